#ifndef AKTSAM_CLIBZIP_SHIM_H
#define AKTSAM_CLIBZIP_SHIM_H

#include <zip.h>

#endif
