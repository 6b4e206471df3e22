; The installer of Windows. What differs between builds stands in build.nsh, which pack.py writes beside files.nsh.
;
; Nothing needs an administrator: without switches the program is installed for who runs this. /ALLUSERS (or the
; choice on the first page) installs for everybody, and only then Windows asks for an administrator.
;
;   /S             silent          /ALLUSERS  /CURRENTUSER   for whom
;   /DESKTOP       desktop icon    /D=PATH                   another folder (last, without quotation marks)
;   /FORCE         for this person, although the same or a later version is installed for everybody
;
; Exit code 0 done, 1 and 2 stopped, 5 no right to write in the folder, 32 the program is running, 740 an
; administrator is needed, 1150 too old a Windows, 1638 the same or a later version is installed for everybody. What
; is removed is what the list of files in the program's folder names, never anything else.

Unicode true
!include "build.nsh"
SetCompressor /SOLID ${COMPRESSOR}
!if ${COMPRESSOR} == lzma
  SetCompressorDictSize 64
!endif

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "WinMessages.nsh"
!include "WinVer.nsh"

!define ARP "Software\Microsoft\Windows\CurrentVersion\Uninstall\${SHORT_NAME}"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths\${WINDOW_PROGRAM}"
!define CLASSES "Software\Classes"
!define UNINSTALLER "avinstallera.exe"
!define DENIED 5
!define RUNNING 32
!define NEED_ADMINISTRATOR 740
!define OLD_WINDOWS 1150
!define THERE_FOR_ALL 1638
!define LEAST_BUILD 17763 ; Windows 10, version 1809: what Qt asks for

Name "${NAME}"
Caption "${NAME} ${VERSION}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true
SetDateSave on
SetOverwrite on
AllowSkipFiles off
CRCCheck force
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION_NUMBERS}"
VIFileVersion "${VERSION_NUMBERS}"
VIAddVersionKey /LANG=1053 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1053 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1053 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1053 "FileDescription" "Installerar ${NAME}"
VIAddVersionKey /LANG=1053 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=1053 "LegalCopyright" "${COPYRIGHT}"
VIAddVersionKey /LANG=1053 "OriginalFilename" "${OUT_NAME}"

!define MUI_ICON "${ICONS}/namndstod.ico"
!define MUI_UNICON "${ICONS}/namndstod.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}/side.bmp"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_TITLE "${NAME} är installerat"
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_TEXT "Du hittar ${NAME} i startmenyn. En pärm öppnas också med dubbelklick.$\r$\n$\r$\nEn ny version installeras genom att du kör nästa installationsfil. Pärmar, inställningar och säkerhetskopior finns kvar."
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Starta ${NAME}"
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!define MUI_UNCONFIRMPAGE_TEXT_TOP "${NAME} tas bort från datorn. Dina pärmar, inställningar och säkerhetskopior rörs inte."

Page custom ShowScope LeaveScope
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Swedish"

Var AllUsers      ; 1 = for everybody
Var Chosen        ; 1 = a switch said for whom
Var GivenFolder   ; what /D= said
Var WithDesktop   ; 1 = an icon on the desktop too
Var Forced        ; 1 = for this person too, although it is there for everybody
Var ForMe
Var ForAll
Var DesktopBox

; --- for whom -------------------------------------------------------------------------------------------------

!macro IsAdministrator result
  UserInfo::GetAccountType
  Pop ${result}
  ${If} ${result} == "Admin"
    StrCpy ${result} 1
  ${Else}
    StrCpy ${result} 0
  ${EndIf}
!macroend

Function .onInit
  SetRegView 64
  ${IfNot} ${AtLeastBuild} ${LEAST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} behöver Windows 10, version 1809, eller nyare." /SD IDOK
    SetErrorLevel ${OLD_WINDOWS}
    Quit
  ${EndIf}
  StrCpy $GivenFolder $INSTDIR
  StrCpy $AllUsers 0
  StrCpy $Chosen 0
  StrCpy $WithDesktop 0

  ; For whom it was installed before; the system's own account, which rolls programs out, has no start menu.
  ReadRegStr $0 HKCU "${ARP}" "InstallLocation"
  ReadRegStr $1 HKLM "${ARP}" "InstallLocation"
  ${If} $0 == ""
  ${AndIf} $1 != ""
    StrCpy $AllUsers 1
  ${EndIf}
  StrCpy $2 $PROFILE "" -13
  ${If} $2 == "systemprofile"
    StrCpy $AllUsers 1
  ${EndIf}

  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $AllUsers 1
    StrCpy $Chosen 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/CURRENTUSER" $R1
  ${IfNot} ${Errors}
    StrCpy $AllUsers 0
    StrCpy $Chosen 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/DESKTOP" $R1
  ${IfNot} ${Errors}
    StrCpy $WithDesktop 1
  ${EndIf}
  ClearErrors
  StrCpy $Forced 0
  ${GetOptions} $R0 "/FORCE" $R1
  ${IfNot} ${Errors}
    StrCpy $Forced 1
  ${EndIf}
  ClearErrors

  ${If} ${Silent}
    !insertmacro IsAdministrator $0
    ${If} $AllUsers == 1
    ${AndIf} $0 == 0
      SetErrorLevel ${NEED_ADMINISTRATOR}
      Quit
    ${EndIf}
    Call IsThereForAll
    ${If} $0 == 1
      SetErrorLevel ${THERE_FOR_ALL}
      Quit
    ${EndIf}
  ${EndIf}
  Call SetScope
FunctionEnd

; Sets $0 to 1 when this would be a second copy, no later than the one for everybody, that hides it.
Function IsThereForAll
  StrCpy $0 0
  ${If} $AllUsers == 0
  ${AndIf} $Forced == 0
    ReadRegStr $1 HKLM "${ARP}" "DisplayVersion"
    ${If} $1 != ""
      ${VersionCompare} "$1" "${VERSION}" $2
      ${If} $2 <> 2
        StrCpy $0 1
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd

; Removes this person's own copy, whose file type would go before everybody's. Its uninstaller is waited for (_?=),
; which then cannot delete itself. A program that runs stops everything.
Function RemoveOwn
  ReadRegStr $5 HKCU "${ARP}" "InstallLocation"
  ReadRegStr $6 HKCU "${ARP}" "QuietUninstallString"
  ${If} $5 != ""
  ${AndIf} $6 == '"$5\${UNINSTALLER}" /S'
  ${AndIf} ${FileExists} "$5\${UNINSTALLER}"
    ${Do}
      ClearErrors
      StrCpy $7 2
      ExecWait '$6 _?=$5' $7
      ${If} $7 <> ${RUNNING}
        ${ExitDo}
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} är igång. Stäng programmet och välj Försök igen." /SD IDCANCEL IDRETRY +3
      SetErrorLevel ${RUNNING}
      Quit
    ${Loop}
    ${If} $7 = 0
      Delete "$5\${UNINSTALLER}"
      RMDir "$5"
    ${EndIf}
    ClearErrors
  ${EndIf}
FunctionEnd

; Sets where things go: folder, start menu, registry.
Function SetScope
  SetShellVarContext current
  StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${SHORT_NAME}"
  ${If} $AllUsers == 1
    SetShellVarContext all
    StrCpy $INSTDIR "$PROGRAMFILES64\${SHORT_NAME}"
  ${EndIf}
  ReadRegStr $0 SHCTX "${ARP}" "InstallLocation"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${EndIf}
  ${If} $GivenFolder != ""
    StrCpy $INSTDIR $GivenFolder
  ${EndIf}
FunctionEnd

Function ShowScope
  !insertmacro IsAdministrator $0
  ${If} $AllUsers == 1
  ${AndIf} $Chosen == 1
  ${AndIf} $0 == 1
    Abort ; it was chosen before Windows asked for the administrator
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "Installera ${NAME}" "Inga administratörsrättigheter behövs. Dina pärmar och inställningar rörs inte."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 12u "Vem ska ${NAME} installeras för?"
  Pop $0
  ${NSD_CreateFirstRadioButton} 8u 18u 95% 12u "Bara för &mig"
  Pop $ForMe
  ${NSD_CreateAdditionalRadioButton} 8u 34u 95% 12u "För &alla som använder datorn (en administratör måste godkänna)"
  Pop $ForAll
  ${NSD_CreateCheckBox} 0 62u 100% 12u "Lägg en ikon på &skrivbordet också"
  Pop $DesktopBox
  ${If} $AllUsers == 1
    ${NSD_Check} $ForAll
  ${Else}
    ${NSD_Check} $ForMe
  ${EndIf}
  ${If} $WithDesktop == 1
    ${NSD_Check} $DesktopBox
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:&Installera"
  nsDialogs::Show
FunctionEnd

Function LeaveScope
  ${NSD_GetState} $ForAll $AllUsers
  ${NSD_GetState} $DesktopBox $WithDesktop
  !insertmacro IsAdministrator $0
  ${If} $AllUsers == 1
  ${AndIf} $0 == 0
    StrCpy $1 "/ALLUSERS"
    ${If} $WithDesktop == 1
      StrCpy $1 "$1 /DESKTOP"
    ${EndIf}
    ${If} $GivenFolder != ""
      StrCpy $1 "$1 /D=$GivenFolder"
    ${EndIf}
    HideWindow
    ClearErrors
    ExecShellWait "runas" "$EXEPATH" "$1"
    ${If} ${Errors}
      BringToFront
      MessageBox MB_OK|MB_ICONINFORMATION "Utan administratör kan ${NAME} installeras bara för dig."
      Abort
    ${EndIf}
    ; The administrator may have been somebody else, who does not see this person's copy.
    ReadRegStr $0 HKLM "${ARP}" "DisplayVersion"
    ${If} $0 == "${VERSION}"
      Call RemoveOwn
    ${EndIf}
    Quit
  ${EndIf}
  Call IsThereForAll
  ${If} $0 == 1
    MessageBox MB_OK|MB_ICONINFORMATION "${NAME} $1 är redan installerat för alla som använder datorn. Du hittar det i startmenyn."
    Abort
  ${EndIf}
  Call SetScope
  ReadRegStr $0 SHCTX "${ARP}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_YESNO|MB_ICONEXCLAMATION "En nyare version ($0) av ${NAME} är redan installerad. Pärmar som har öppnats i den kan inte öppnas i ${VERSION}.$\r$\n$\r$\nVill du ändå byta till ${VERSION}?" IDYES +2
      Abort
    ${EndIf}
  ${EndIf}
FunctionEnd

; --- what both installer and uninstaller do -------------------------------------------------------------------

!macro SharedFunctions UN
; Stops when the program in $INSTDIR is running: its library cannot be written to then. Also when the person may
; not write there: waiting does not help against that.
Function ${UN}StopIfRunning
  ${DoWhile} ${FileExists} "$INSTDIR\${LIBRARY}"
    ; read and write, shared with readers, only what is there
    System::Call 'kernel32::CreateFileW(w "$INSTDIR\${LIBRARY}", i 0xC0000000, i 1, p 0, i 3, i 0, p 0) p .r0 ?e'
    Pop $1
    ${If} $0 <> -1
      System::Call 'kernel32::CloseHandle(p r0)'
      ${ExitDo}
    ${EndIf}
    ${If} $1 = ${DENIED}
      MessageBox MB_OK|MB_ICONSTOP "Du får inte ändra i mappen $INSTDIR. En administratör behöver göra det." /SD IDOK
      SetErrorLevel ${DENIED}
      Quit
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} är igång. Stäng programmet och välj Försök igen." /SD IDCANCEL IDRETRY +3
    SetErrorLevel ${RUNNING}
    Quit
  ${Loop}
FunctionEnd

; Deletes what the list of files in $INSTDIR names, each folder that becomes empty, and nothing else.
Function ${UN}RemoveListed
  ClearErrors
  StrCpy $4 $INSTDIR "" -1
  ${If} $4 == "\"
    StrCpy $INSTDIR $INSTDIR -1
  ${EndIf}
  StrLen $4 $INSTDIR
  FileOpen $0 "$INSTDIR\${LIST}" r
  ${IfNot} ${Errors}
    ${Do}
      ClearErrors
      FileRead $0 $1
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      StrCpy $1 $1 -1        ; without the end of the line
      StrCpy $1 $1 "" 66     ; after the hash and two spaces
      ; Only what lies in the program's folder, one file by name: somebody may have changed the list.
      StrCpy $2 ":*?/"
      System::Call 'shlwapi::StrPBrkW(w r1, w r2) p .r3'
      StrCpy $2 ".."
      System::Call 'shlwapi::StrStrW(w r1, w r2) p .r5'
      StrCpy $2 $1 1
      ${If} $1 != ""
      ${AndIf} $2 != "\"
      ${AndIf} $3 == 0
      ${AndIf} $5 == 0
        Delete "$INSTDIR\$1"
        StrCpy $2 "$INSTDIR\$1"
        ${Do}
          ${GetParent} $2 $2
          StrLen $3 $2
          ${If} $3 <= $4 ; never the program's own folder, and nothing above it
            ${ExitDo}
          ${EndIf}
          ClearErrors
          RMDir $2
          ${If} ${Errors}
            ${ExitDo}
          ${EndIf}
        ${Loop}
      ${EndIf}
    ${Loop}
    FileClose $0
    Delete "$INSTDIR\${LIST}"
  ${EndIf}
  ClearErrors
FunctionEnd
!macroend
!insertmacro SharedFunctions ""
!insertmacro SharedFunctions "un."

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; file types have changed
!macroend

; --- install --------------------------------------------------------------------------------------------------

Section
  ${If} $AllUsers == 1
    Call RemoveOwn
  ${EndIf}
  Call StopIfRunning
  SetDetailsPrint textonly
  DetailPrint "En tidigare version tas bort …"
  SetDetailsPrint none ; each file by name is slow, and tells nobody anything
  Call RemoveListed
  SetDetailsPrint textonly
  DetailPrint "${NAME} packas upp …"
  SetDetailsPrint none
  ClearErrors
  !include "files.nsh"
  SetOutPath "$INSTDIR"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} kunde inte installeras helt. Kör installationen igen." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"

  CreateShortcut /NoWorkingDir "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW_PROGRAM}" "" "" "" "" "" "${SUMMARY}"
  ${If} $WithDesktop == 1
    CreateShortcut /NoWorkingDir "$DESKTOP\${NAME}.lnk" "$INSTDIR\${WINDOW_PROGRAM}" "" "" "" "" "" "${SUMMARY}"
  ${EndIf}

  ; Binders: icon 1 of the program is theirs.
  WriteRegStr SHCTX "${CLASSES}\${FILE_SUFFIX}" "" "${FILE_TYPE_KEY}"
  WriteRegStr SHCTX "${CLASSES}\${FILE_SUFFIX}" "Content Type" "${FILE_MIME}"
  WriteRegStr SHCTX "${CLASSES}\${FILE_SUFFIX}\OpenWithProgids" "${FILE_TYPE_KEY}" ""
  WriteRegStr SHCTX "${CLASSES}\${FILE_TYPE_KEY}" "" "${FILE_TYPE_NAME}"
  WriteRegStr SHCTX "${CLASSES}\${FILE_TYPE_KEY}\DefaultIcon" "" "$INSTDIR\${WINDOW_PROGRAM},1"
  WriteRegStr SHCTX "${CLASSES}\${FILE_TYPE_KEY}\shell\open" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "${CLASSES}\${FILE_TYPE_KEY}\shell\open\command" "" '"$INSTDIR\${WINDOW_PROGRAM}" "%1"'
  WriteRegStr SHCTX "${APP_PATHS}" "" "$INSTDIR\${WINDOW_PROGRAM}"

  WriteRegStr SHCTX "${ARP}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${ARP}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${ARP}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${ARP}" "DisplayIcon" "$INSTDIR\${WINDOW_PROGRAM},0"
  WriteRegStr SHCTX "${ARP}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${ARP}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr SHCTX "${ARP}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD SHCTX "${ARP}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${ARP}" "NoModify" 1
  WriteRegDWORD SHCTX "${ARP}" "NoRepair" 1
  !insertmacro TellExplorer
SectionEnd

; Starts the program as the person, also when an administrator has lent rights to this installer.
Function StartProgram
  !insertmacro IsAdministrator $0
  ${If} $0 == 1
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${WINDOW_PROGRAM}"'
  ${Else}
    Exec '"$INSTDIR\${WINDOW_PROGRAM}"'
  ${EndIf}
FunctionEnd

; --- uninstall ------------------------------------------------------------------------------------------------

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  ReadRegStr $0 HKLM "${ARP}" "InstallLocation"
  ${If} $0 == $INSTDIR
  ${OrIf} "$0\" == $INSTDIR
    SetShellVarContext all
    !insertmacro IsAdministrator $1
    ${If} $1 == 0
      ${IfNot} ${Silent}
        ClearErrors
        ExecShell "runas" "$INSTDIR\${UNINSTALLER}"
        ${IfNot} ${Errors}
          Quit
        ${EndIf}
      ${EndIf}
      SetErrorLevel ${NEED_ADMINISTRATOR}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.StopIfRunning
  SetDetailsPrint textonly
  DetailPrint "${NAME} tas bort …"
  SetDetailsPrint none
  Call un.RemoveListed
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"

  ; Only what is still ours: another program, or another installation, may have taken the file type over.
  ReadRegStr $0 SHCTX "${CLASSES}\${FILE_TYPE_KEY}\shell\open\command" ""
  ${If} $0 == '"$INSTDIR\${WINDOW_PROGRAM}" "%1"'
    DeleteRegKey SHCTX "${CLASSES}\${FILE_TYPE_KEY}"
    DeleteRegValue SHCTX "${CLASSES}\${FILE_SUFFIX}\OpenWithProgids" "${FILE_TYPE_KEY}"
    DeleteRegKey /ifempty SHCTX "${CLASSES}\${FILE_SUFFIX}\OpenWithProgids"
    ReadRegStr $0 SHCTX "${CLASSES}\${FILE_SUFFIX}" ""
    ${If} $0 == "${FILE_TYPE_KEY}"
      DeleteRegValue SHCTX "${CLASSES}\${FILE_SUFFIX}" ""
      DeleteRegValue SHCTX "${CLASSES}\${FILE_SUFFIX}" "Content Type"
    ${EndIf}
    DeleteRegKey /ifempty SHCTX "${CLASSES}\${FILE_SUFFIX}"
  ${EndIf}
  ReadRegStr $0 SHCTX "${APP_PATHS}" ""
  ${If} $0 == "$INSTDIR\${WINDOW_PROGRAM}"
    DeleteRegKey SHCTX "${APP_PATHS}"
  ${EndIf}
  DeleteRegKey SHCTX "${ARP}"
  !insertmacro TellExplorer
SectionEnd
