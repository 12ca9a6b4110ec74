#ifndef CTERMINAL_H
#define CTERMINAL_H
#include <stdbool.h>
#include <stdint.h>
#endif
