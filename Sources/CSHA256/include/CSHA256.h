/// SHA-256 as FIPS 180-4 defines it, of bytes that come in pieces.
///
/// It says which text a review is about and which line of a ledger came before. Libraries that have it
/// bring three hundred files of ciphers along, which took a third of the time of a first build; what is
/// here uses the processor's own instructions where it has them.
#ifndef SPOTCHECK_SHA256_H
#define SPOTCHECK_SHA256_H

#include <stddef.h>
#include <stdint.h>

/// What a digest needs to know of the bytes so far.
typedef struct {
  uint32_t words[8];
  uint64_t count;
  /// Those behind the last whole block.
  uint8_t rest[64];
} sha256_state;

sha256_state sha256_begin(void);

void sha256_add(sha256_state *_Nonnull state, const void *_Nullable bytes, size_t count);

/// A digest as four numbers, the first byte highest.
typedef struct {
  uint64_t words[4];
} sha256_result;

/// The digest of the bytes so far; more may be added then.
sha256_result sha256_digest(sha256_state state);

/// Works whole blocks of 64 bytes into `words`, in the fastest way that the processor has.
void sha256_blocks(uint32_t words[_Nonnull 8], const uint8_t *_Nonnull bytes, size_t blocks);

/// The same on any processor.
void sha256_portable_blocks(uint32_t words[_Nonnull 8], const uint8_t *_Nonnull bytes, size_t blocks);

#endif
