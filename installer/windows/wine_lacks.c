/* What wine 8 lacks and every Windows since 1809 has, as far as the locked parts need it to be loaded: for the trial
   alone, never shipped. Compiled twice.

   -DBCRYPTPRIMITIVES: random numbers for Rust (python-calamine, cryptography).
   -DICUUC: Windows' own ICU, which Qt asks for other encodings than its own; here it knows none. */

#include <windows.h>
#include <ntsecapi.h>

#define EXPORT __declspec(dllexport)

#ifdef BCRYPTPRIMITIVES
EXPORT BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) {
    return RtlGenRandom(data, (ULONG)size);
}
#endif

#ifdef ICUUC
#define UNSUPPORTED 16 /* U_UNSUPPORTED_ERROR */
#define NOTHING(name)                                                                                                  \
    EXPORT void *name(void) { return NULL; }

EXPORT void *ucnv_open(const char *name, int *error) {
    (void)name;
    *error = UNSUPPORTED;
    return NULL;
}
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_close)
NOTHING(ucnv_countAvailable)
NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_getAvailableName)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_getMaxCharSize)
NOTHING(ucnv_getName)
NOTHING(ucnv_getStandardName)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_reset)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_toUnicode)
#endif
