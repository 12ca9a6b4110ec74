#include "CSHA256.h"

#include <string.h>

sha256_state sha256_begin(void) {
  // The first bits behind the point of the square roots of the first eight primes.
  return (sha256_state){.words = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
                                  0x1f83d9ab, 0x5be0cd19}};
}

void sha256_add(sha256_state *state, const void *bytes, size_t count) {
  if (count == 0) return;
  const uint8_t *next = bytes;
  size_t waiting = state->count % sizeof state->rest;
  state->count += count;
  if (waiting > 0) {
    size_t taken = sizeof state->rest - waiting;
    if (taken > count) taken = count;
    memcpy(state->rest + waiting, next, taken);
    if (waiting + taken < sizeof state->rest) return;
    sha256_blocks(state->words, state->rest, 1);
    next += taken;
    count -= taken;
  }
  size_t blocks = count / sizeof state->rest;
  if (blocks > 0) sha256_blocks(state->words, next, blocks);
  memcpy(state->rest, next + blocks * sizeof state->rest, count % sizeof state->rest);
}

/// Behind the bytes come a bit, as many zeros as a block wants, and the number of bits.
static void pad(sha256_state *state) {
  uint64_t bits = state->count * 8;
  uint8_t end[72] = {0x80};
  size_t zeros = (119 - state->count % 64) % 64;
  for (int place = 0; place < 8; place++) end[1 + zeros + place] = (uint8_t)(bits >> (56 - 8 * place));
  sha256_add(state, end, 1 + zeros + 8);
}

sha256_result sha256_digest(sha256_state state) {
  pad(&state);
  sha256_result result;
  for (int place = 0; place < 4; place++)
    result.words[place] = (uint64_t)state.words[2 * place] << 32 | state.words[2 * place + 1];
  return result;
}
