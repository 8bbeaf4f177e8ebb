#ifndef AKTSAM_CSTEMMER_SHIM_H
#define AKTSAM_CSTEMMER_SHIM_H

#include <libstemmer.h>

#endif
