// The header is all there is; a target wants a file of its own to compile, and so it is checked by itself.
#include "CVectors.h"
