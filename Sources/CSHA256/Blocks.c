#include "CSHA256.h"

#include <stdbool.h>

/// The first bits behind the point of the cube roots of the first 64 primes.
static const uint32_t roots[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline uint32_t turned(uint32_t word, int bits) { return word >> bits | word << (32 - bits); }

static inline uint32_t read_word(const uint8_t *place) {
  return (uint32_t)place[0] << 24 | (uint32_t)place[1] << 16 | (uint32_t)place[2] << 8 | place[3];
}

/// The words that the rounds of a block use: sixteen are the block, each later one comes of four before.
static void schedule(uint32_t words[64], const uint8_t *block) {
  for (int i = 0; i < 16; i++) words[i] = read_word(block + 4 * i);
  for (int i = 16; i < 64; i++) {
    uint32_t near = words[i - 2], far = words[i - 15];
    words[i] = words[i - 16] + (turned(far, 7) ^ turned(far, 18) ^ far >> 3) + words[i - 7] +
               (turned(near, 17) ^ turned(near, 19) ^ near >> 10);
  }
}

void sha256_portable_blocks(uint32_t words[8], const uint8_t *bytes, size_t blocks) {
  for (; blocks > 0; blocks--, bytes += 64) {
    uint32_t scheduled[64];
    schedule(scheduled, bytes);
    uint32_t a = words[0], b = words[1], c = words[2], d = words[3];
    uint32_t e = words[4], f = words[5], g = words[6], h = words[7];
    for (int i = 0; i < 64; i++) {
      uint32_t chosen = (e & f) ^ (~e & g), majority = (a & b) ^ (a & c) ^ (b & c);
      uint32_t first =
          h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + roots[i] + scheduled[i];
      uint32_t second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
      h = g, g = f, f = e, e = d + first;
      d = c, c = b, b = a, a = first + second;
    }
    words[0] += a, words[1] += b, words[2] += c, words[3] += d;
    words[4] += e, words[5] += f, words[6] += g, words[7] += h;
  }
}

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>

static bool has_instructions;

/// Asked once, before anything runs: a virtual machine answers slowly.
__attribute__((constructor)) static void look_for_instructions(void) {
  unsigned a, b = 0, c, d;
  has_instructions = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

/// Four rounds for each of sixteen vectors of four words. The instructions want the eight words as two
/// vectors, highest first: A, B, E, F and C, D, G, H.
__attribute__((target("sha,sse4.1"))) static void blocks_by_instructions(
    uint32_t words[8], const uint8_t *bytes, size_t blocks) {
  const __m128i big_endian = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
  __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)words), 0xB1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(words + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i last[4];
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      __m128i four;
      if (i < 4) {
        four = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), big_endian);
      } else {
        __m128i before = last[(i + 3) % 4];
        four = _mm_add_epi32(
            _mm_sha256msg1_epu32(last[i % 4], last[(i + 1) % 4]),
            _mm_alignr_epi8(before, last[(i + 2) % 4], 4));
        four = _mm_sha256msg2_epu32(four, before);
      }
      last[i % 4] = four;
      __m128i mixed = _mm_add_epi32(four, _mm_load_si128((const __m128i *)(roots + 4 * i)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, mixed);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(mixed, 0x0E));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
  __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)words, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(words + 4), _mm_alignr_epi8(dchg, feba, 8));
}

void sha256_blocks(uint32_t words[8], const uint8_t *bytes, size_t blocks) {
  if (has_instructions)
    blocks_by_instructions(words, bytes, blocks);
  else
    sha256_portable_blocks(words, bytes, blocks);
}
#else
void sha256_blocks(uint32_t words[8], const uint8_t *bytes, size_t blocks) {
  sha256_portable_blocks(words, bytes, blocks);
}
#endif
