/* Starts the program: loads the Python that lies beside it and runs one line in it.

   Built twice: namndstod.exe (console) and namndstodw.exe (-DWINDOWED: no console). Nothing of the machine's own
   Python is looked at: -I shuts out PYTHON* variables, the user's packages and the working directory, the file
   python311._pth shuts out the registry, -B never writes bytecode. sys.frozen tells the program that
   sys.executable is this file: it starts its worker with it. */

#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

typedef int (*PythonMain)(int, wchar_t **);

#ifdef WINDOWED
/* What goes wrong once the program is loaded it tells by itself; without a console nothing is seen of what kept it
   from being loaded. The kind of the error is handed over in a variable: no more of it, it may name people. Python
   comes back here only then: sys.exit() ends the process. */
#define REASON L"NAMNDSTOD_NOT_LOADED"
static wchar_t BOOT[] = L"import sys; sys.frozen = True\n"
                        L"try: from namndstod.cli import main_window\n"
                        L"except BaseException as error:\n"
                        L"    import nt; nt.putenv('NAMNDSTOD_NOT_LOADED', type(error).__name__)\n"
                        L"else: sys.exit(main_window())";
#else
static wchar_t BOOT[] = L"import sys; sys.frozen = True; from namndstod.cli import main; sys.exit(main())";
#endif
#define NOT_LOADED 4

#define LONGEST 32768 /* of a path on Windows */

static int fail(const wchar_t *what) {
#ifdef WINDOWED
    MessageBoxW(NULL, what, L"N\u00e4mndst\u00f6d", MB_OK | MB_ICONERROR);
#else
    DWORD written;
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(out, what, (DWORD)wcslen(what), &written, NULL)) {
        char bytes[1024];
        int length = WideCharToMultiByte(CP_UTF8, 0, what, -1, bytes, sizeof bytes, NULL, NULL);
        if (length > 1)
            WriteFile(out, bytes, (DWORD)length - 1, &written, NULL);
    }
#endif
    return 3;
}

static int run(int count, wchar_t **given) {
    static wchar_t place[LONGEST];
    DWORD length = GetModuleFileNameW(NULL, place, LONGEST);
    if (length == 0 || length >= LONGEST - 16)
        return fail(L"N\u00e4mndst\u00f6d ligger i en mapp med f\u00f6r l\u00e5ngt namn.\n");
    wchar_t *slash = wcsrchr(place, L'\\');
    wcscpy(slash + 1, L"python311.dll");

    SetDllDirectoryW(L""); /* a library in the working directory, a binder's say, is never loaded */
    HMODULE python = LoadLibraryExW(place, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (python == NULL)
        return fail(L"N\u00e4mndst\u00f6d \u00e4r inte helt: python311.dll kunde inte laddas. Installera om programmet.\n");
    PythonMain main_of_python = (PythonMain)(void *)GetProcAddress(python, "Py_Main");
    if (main_of_python == NULL)
        return fail(L"N\u00e4mndst\u00f6d \u00e4r inte helt: python311.dll \u00e4r skadad. Installera om programmet.\n");

    static wchar_t *options[] = {L"-I", L"-B", L"-X", L"utf8", L"-c", BOOT};
    const int added = sizeof options / sizeof *options;
    wchar_t **arguments = calloc((size_t)(count + added + 1), sizeof *arguments);
    if (arguments == NULL)
        return fail(L"Minnet r\u00e4cker inte f\u00f6r att starta N\u00e4mndst\u00f6d.\n");
    arguments[0] = given[0];
    for (int i = 0; i < added; i++)
        arguments[i + 1] = options[i];
    for (int i = 1; i < count; i++)
        arguments[i + added] = given[i];
    return main_of_python(count + added, arguments);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, LPWSTR line, int show) {
    (void)self, (void)none, (void)line, (void)show;
    SetEnvironmentVariableW(REASON, NULL);
    int code = run(__argc, __wargv);
    wchar_t reason[64], told[160];
    DWORD length = GetEnvironmentVariableW(REASON, reason, 64);
    if (length == 0)
        return code;
    swprintf(told, 160, L"N\u00e4mndst\u00f6d \u00e4r inte helt (%ls). Installera om programmet.\n",
             length < 64 ? reason : L"?");
    fail(told);
    return NOT_LOADED;
}
#else
int wmain(int count, wchar_t **given) { return run(count, given); }
#endif
