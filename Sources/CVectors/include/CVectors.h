/// Questions about sixteen bytes at once, each answered by as many bits, that of the first byte lowest.
///
/// Swift can add and compare vectors of bytes, but has no way to say "the high bit of each of them as one
/// number", which processors with SSE2 do in one instruction; so this is C, and nothing else is. All of
/// it is inlined where it is used: there is no call.
#ifndef SPOTCHECK_VECTORS_H
#define SPOTCHECK_VECTORS_H

#include <stdint.h>
#include <string.h>

typedef uint8_t vector_bytes __attribute__((vector_size(16)));
typedef int8_t vector_signed __attribute__((vector_size(16)));

#define VECTOR_INLINE static inline __attribute__((always_inline, unused))

VECTOR_INLINE vector_bytes vector_load(const void *_Nonnull place) {
  vector_bytes bytes;
  memcpy(&bytes, place, sizeof bytes);
  return bytes;
}

/// The high bits of the sixteen bytes at `place`, on any processor.
VECTOR_INLINE uint32_t vector_portable_bits(const void *_Nonnull place) {
  typedef uint64_t vector_words __attribute__((vector_size(16)));
  // Multiplying moves the bit of byte i to bit 56 + i, and no two bits to the same place.
  vector_words words = ((vector_words)vector_load(place) >> 7) & 0x0101010101010101;
  words = (words * 0x0102040810204080) >> 56;
  return (uint32_t)(words[0] | words[1] << 8);
}

VECTOR_INLINE uint32_t vector_bits(vector_bytes marks) {
#ifdef __SSE2__
  typedef char vector_chars __attribute__((vector_size(16)));
  return (uint32_t)__builtin_ia32_pmovmskb128((vector_chars)marks);
#else
  return vector_portable_bits(&marks);
#endif
}

/// Marks what is no plain text: quotes, backslashes, controls and what is not ASCII, which is negative.
VECTOR_INLINE vector_bytes vector_special(const void *_Nonnull place) {
  vector_bytes bytes = vector_load(place);
  return (vector_bytes)((bytes == '"') | (bytes == '\\') | ((vector_signed)bytes < 0x20));
}

/// Which of the sixteen bytes at `place` are no plain text.
VECTOR_INLINE uint32_t vector_special_bits(const void *_Nonnull place) {
  return vector_bits(vector_special(place));
}

/// Which bytes are no plain text, those sixteen behind joined to the first: nothing or something.
VECTOR_INLINE uint32_t vector_special_in_32(const void *_Nonnull place) {
  return vector_bits(vector_special(place) | vector_special((const char *)place + 16));
}

/// Which of the sixteen bytes at `place` are no digits.
VECTOR_INLINE uint32_t vector_no_digit_bits(const void *_Nonnull place) {
  return vector_bits((vector_bytes)(vector_load(place) - '0' > 9));
}

#endif
