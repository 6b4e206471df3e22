"""What houses call the columns of a list of delegated decisions: words of headings, folded, by field."""

from __future__ import annotations

from typing import Final

from ..found_delegated import DelegatedField as F

SPECIFIC, ORDINARY, WEAK = 3, 2, 1
"""How much a heading says: no doubt; as a rule; only when what stands below does not say otherwise."""

WORDS: Final[dict[F, dict[int, str]]] = {
    F.SERIAL: {
        SPECIFIC: (
            "löpnummer löpnr löp.nr lnr lpnr beslutsnummer beslutsnr serienummer delegationsnummer "
            "delegationsbeslutsnummer delegationsbeslutsnr delbnr serial serialno serialnumber löpenr "
            "löpenummer løbenr løbenummer juoksevanumero"
        ),
        ORDINARY: "beslutsid beslutid beslutnr beslutnummer decisionnumber decisionno",
        WEAK: "nr nummer no number # rad radnr id",
    },
    F.DIARY_NUMBER: {
        SPECIFIC: (
            "dnr diarienummer diarienr diariebeteckning diaryno diarynumber diarynr ärendenummer ärendenr "
            "ärendebeteckning ärendeid saksnummer saksnr saknr casenumber caseno casenr caseid "
            "registrationnumber registrationno regno journalnummer journalnr diaarinumero dnro ärendenum "
            "sagsnr sagsnummer sagsid asianumero "
            "diarie dnummer"
        ),
        ORDINARY: (
            "beteckning referens referensnummer referensnr ref reference caseref casereference "
            "referenceno referencenumber akt "
            "aktnummer aktnr akt.nr fallnummer vårtdnr vårbeteckning"
        ),
        WEAK: "sak case",
    },
    F.KIND: {
        SPECIFIC: (
            "stöd stödform stödtyp stödslag bidrag bidragsform bidragstyp insatstyp ärendetyp ärendeslag "
            "beslutstyp "
            "typavbeslut typavstöd slagavbeslut slagavstöd ärendemening supporttype typeofsupport "
            "granttype typeofgrant typeofdecision decisiontype tilskot tilskott tilskotstype "
            "tilskuddstype tilskudd vedtakstype tukimuoto tilskuddsordning tilskotsordning tilskud "
            "tilskudstype avustus avustuslaji avustusmuoto insats åtgärd beslutetavser beslutavser "
            "beslutom vadbeslutetgäller beslutskategori bidragsslag remiss"
        ),
        ORDINARY: (
            "ärende ärendet rubrik ärenderubrik saken support grant kategori category type typ sakstype "
            "benämning ärendebeskrivning beskrivning vad matter subject gäller saksframlegg "
            "beslutadåtgärd beslutetsinnehåll beslutsinnehåll beslutstext beslutsrubrik beslutsmening "
            "handlingsrubrik decisiontext decisiontitle beslutstitel anställningsform "
            "dokumentrubrik dokumenttitel ärendetitel beslutavseende beslutikorthet "
            "beskrivningavbeslut beskrivningavbeslutet beslutsbeskrivning description purpose formål asia "
            "käyttötarkoitus"
        ),
        WEAK: (
            "upphandling projekt beslut beslutet vedtak decision avgjerd afgørelse päätös innehåll ändamål "
            "titel titel/ärende"
        ),
    },
    F.RECIPIENT: {
        SPECIFIC: (
            "företag företagsnamn företagetsnamn mottagare stödmottagare bidragsmottagare sökande "
            "sökanden sökandeföretag företag/sökande sökande/företag mottagare/företag organisation "
            "organisationsnamn företag/organisation kund bolag bolagsnamn beviljattill recipient "
            "beneficiary company companyname applicant organization mottakar mottaker søkjar søkar søker "
            "verksemd føretak bedrift saaja hakija tuensaaja avustuksensaaja modtager tilskudsmodtager "
            "tilskuddsmottaker tilskotsmottakar ansøger virksomhed yritys förening föreningsnamn stödtagare "
            "projektägare"
        ),
        ORDINARY: (
            "leverantör supplier vendor elev elevensnamn elevnamn barn barnetsnamn sökandensnamn client "
            "clientname klientnamn tillståndshavare verksamhetsutövare fastighetsägare "
            "leverantör/motpart motpart/leverantör part motpart avtalspart berörd "
            "berördpart aktör brukare klient verksamhet namn "
            "name namnpåsökande enskild avseende grantee"
        ),
        WEAK: "avser till person vem",
    },
    F.BRANCH: {
        SPECIFIC: (
            "bransch bransch/prioritering prioritering näringsgren branschprioritering sni snikod "
            "industry sector branche bransje næring næringsgren prioriteratområde insatsområde toimiala"
        ),
        ORDINARY: "område inriktning prioriteringar priority",
        WEAK: "verksamhetsområde",
    },
    F.GENDER: {
        SPECIFIC: (
            "kön könsfördelning kvinna/man man/kvinna k/m m/k kön(m/k) gender sex kjønn m/k/j k/m/j "
            "sukupuoli køn könkm juridisktkön"
        ),
    },
    F.MUNICIPALITY: {
        SPECIFIC: "kommun kommunen kommunnamn hemkommun municipality kommune lägeskommun kunta kommuner",
        ORDINARY: "säte hemort kotipaikka ort postort stad place city town lokalort stadsdel",
        WEAK: "län komm kom",
    },
    F.AMOUNT: {
        SPECIFIC: (
            "belopp beviljatbelopp beviljat beviljadebelopp beviljatstöd beviljatbidrag beslutatbelopp "
            "stödbelopp bidragsbelopp beslutbelopp bidragbelopp amount amountgranted grantedamount "
            "granted approvedamount beløp innvilga innvilgabeløp beslutatstöd beviljad summabeviljat "
            "beviljadsumma beviljademedel tilldelatbelopp tilldelademedel beloppikronor myönnetty "
            "grantamount bidragkr stödkr totaltbelopp bevilget bevilgetbeløp bevilgetbeløb beløb innvilget "
            "innvilgetbeløp løyvd løyvdbeløp tildeltbeløp tilsagnsbeløp myönnettysumma myönnettymäärä"
        ),
        ORDINARY: (
            "summa sum kronor kr sek värde ordervärde avtalsvärde bel bidragssumma stödsumma beslutad "
            "total totalt tkr mkr utgift määrä tilsagn"
        ),
        WEAK: "bifall bifallet kostnad pengar ekonomi budget pris storlek",
    },
    F.DECIDED_BY: {
        SPECIFIC: (
            "beslutsfattare beslutsfattaren delegat delegaten beslutatav beslutadav beslutav beslutarav "
            "beslutfattatav fattatav fattadav beviljatav beslutande decidedby decisionmaker vedtekeav "
            "vedtattav avgjordav avgjortav beslutstagare beslutsfattandetjänsteman delegate päättäjä "
            "beslutar fattare beslutsfattarnamn namnpåbeslutsfattare godkäntav godkändav truffetav truffetaf "
            "besluttetav besluttetaf bevilgetav bevilgetaf innvilgetav godkendtaf fattetav beslutningstaker "
            "beslutningstager päätöksentekijä"
        ),
        ORDINARY: (
            "approvedby fastställdav svaratav besvaratav besvaradav utfärdatav utfärdadav signeratav "
            "signeradav "
            "antagenav avgivetav undertecknatav undertecknare signedby avgjerdav beslutsfattande "
            "tecknare attestant tecknatav tjänsteinnehavare viranhaltija delegatedofficer delegeradtill"
        ),
        WEAK: "beslutsansvarig ansvarig chef av sign signatur",
    },
    F.DECIDED_BY_TITLE: {
        SPECIFIC: (
            "befattning beslutsfattarenstitel beslutsfattaresbefattning beslutsfattaresroll tjänstetitel "
            "delegatensbefattning delegatenstitel befattningshavare jobtitle yrkestittel tjänstebenämning "
            "beslutsfattarestitel delegatbefattning stilling virkanimike"
        ),
        ORDINARY: "roll funktion title position tittel",
        WEAK: "titel tjänst",
    },
    F.DECIDED_ON: {
        SPECIFIC: (
            "beslutsdatum beslutsdag beslutdatum datumförbeslut datumbeslut beslutatden beslutad(datum) "
            "datbeslut bdatum beslutsdat besldat decisiondate dateofdecision vedtaksdato dagförbeslut "
            "beslutsdatun beslutetsdatum fattatden beslutfattat afgørelsesdato beslutningsdato vedtattdato "
            "avgjerdsdato päätöspäivä päätöspvm päätöspäivämäärä"
        ),
        ORDINARY: (
            "datum tilldelningsdatum tecknatden approvaldate date dato dag dat päivämäärä pvm "
            "beslutsdatum/dag"
        ),
        WEAK: "tid tidpunkt när day",
    },
    F.POINT: {
        SPECIFIC: (
            "punkt delegationspunkt delegationspunkten punktidelegationsordningen punktidelordn "
            "delegpkt delpkt delegpunkt delegationspkt "
            "delegationsordningspunkt delegationsordningen delegationsordning delegationsnr delp dpunkt "
            "delpunkt delegationspunktnr punktnr punktnummer delegationpoint delegationno delegationrule "
            "enligtdelegation enligtpunkt delegationsbestämmelse delegationsparagraf pkt delegationskod "
            "del.ordn"
        ),
        ORDINARY: (
            "delegation nridelegationsordningen point kod(delegation) stödidelegationsordningen paragraf §"
        ),
    },
    F.NOTE: {
        SPECIFIC: (
            "anmärkning anmärkningar anm notering noteringar kommentar kommentarer comment comments note "
            "notes merknad merknader bemærkning bemærkninger huomautus huomautukset huom "
            "fritext övrigt övriganoteringar övrigakommentarer remark remarks"
        ),
        WEAK: "info information upplysning",
    },
    F.URGENT: {
        SPECIFIC: (
            "ordförandebeslut ordförandebeslut(ja/nej) brådskande brådskandeärende urgent "
            "brådskandebeslut ordfbeslut ordf.beslut"
        ),
    },
}
"""Words without spaces and hyphens, so that «Diarie-nr», «diarie nr» and «Diarienr» are one."""

STEMS: Final[tuple[tuple[str, F, int], ...]] = (
    (r"ordförandebeslut|brådskande", F.URGENT, ORDINARY),
    (
        r"\b(den|de|dem|vem|person\w*|part\w*) .*\b(gäller|avser|rör|berör|berörs)$",
        F.RECIPIENT,
        ORDINARY,
    ),
    (
        r"(beslut|vedtak|decision).*(datum|\bdat\b|dato|date|\bdag)|(datum|dato|date|dag)\b.*(beslut|vedtak|afgörelse|decision)",
        F.DECIDED_ON,
        SPECIFIC,
    ),
    (
        r"(beslut|delegat|fattare).*(titel|befattning|roll)|(titel|befattning)\b.*(beslut|delegat)|"
        r"(decision maker|decided by|delegate)\b.*\b(title|position)",
        F.DECIDED_BY_TITLE,
        SPECIFIC,
    ),
    (
        r"beslutsfatt|beslut\w*\s.*\bav$|fatta\w*\s.*\bav$|bevilja\w*\s+av|\bdelegat(en)?\b|decision maker|"
        r"decided by|vedteke av|(vem|vilken).*(beslut|bestäm)|bestämt|har beslutat|beslutande",
        F.DECIDED_BY,
        ORDINARY,
    ),
    (
        r"diarie|\bdnr\b|\bd nr\b|ärende\s?(nr|num|bet|id)|\bcase\s?(no|nr|num|id)",
        F.DIARY_NUMBER,
        ORDINARY,
    ),
    (r"löp\s?(nr|num)|\bserie\s?(nr|num)", F.SERIAL, ORDINARY),
    (
        r"punkt\b.*(deleg|del\s?ordn)|deleg\w*\s?(punkt|ordn|nr|num|bestäm|kod)|"
        r"(deleg|del\s?ordn)\w*\b.*\bpunkt|enligt deleg",
        F.POINT,
        SPECIFIC,
    ),
    (
        r"(bevilja|beslut|godkän|grant|approv)\w*\b.*(belopp|summa|kr|amount|stöd|bidrag)|"
        r"(belopp|summa|amount)\b.*(bevilj|beslut|grant)",
        F.AMOUNT,
        SPECIFIC,
    ),
    (r"belopp|\bamount\b|\bsumma\b|\bkronor\b|\bbeviljat\b|bidragssumma", F.AMOUNT, ORDINARY),
    (r"\bkön\b|\bgender\b|kvinna.*man\b|\bkjönn\b", F.GENDER, ORDINARY),
    (r"kommun\b|municipality", F.MUNICIPALITY, ORDINARY),
    (r"bransch|\bindustry\b|\bbransje\b|näringsgren", F.BRANCH, ORDINARY),
    (
        r"mottagare|sökande|\bföretag|organisation\b|\bcompany\b|recipient|applicant|bolag\b|beneficiary",
        F.RECIPIENT,
        ORDINARY,
    ),
    (
        r"(typ|slag|form|type) (av|of)|stöd(form|typ)|ärendetyp|beslutstyp|bidragsform|vad .*(gäller|avser)|"
        r"\w (avser|gäller)$",
        F.KIND,
        ORDINARY,
    ),
    (r"anmärkning|kommentar|notering|\bcomment", F.NOTE, ORDINARY),
)
"""Patterns in a folded heading with its spaces, the first that is found counts."""

OTHERS: Final = (
    r"^år$|^månad$|^vecka$|^kvartal$|\bsökt\b|\bansökt|\bomsökt|\bsögt\b|ansögt|haettu|\bsöker\b|ansökan\b|ansökans|applied|requested|utbeta|rekvirer|telefon|\btfn\b|"
    r"\btel\b|phone|e\s?post|e\s?mail|\bmail\b|adress|address|\borg\s?(nr|num)|organisationsn(r|um)|"
    r"person\s?(nr|num|bet|id)|pers\s?nr|\bssn\b|social security|henkilötunnus|födelse|"
    r"konto(nr)?\b|kostnadsställe|handläggare|\bhandl\b|officer|sa[gk]sbehandl|käsittelijä|valmistelija|"
    r"udbetal|maksettu|"
    r"registrator|antal|procent|\bandel\b|%|projektkostnad|total kostnad|totalkostnad|medfinans|\bstart|"
    r"\bslut(datum|dag)?\b|giltig|gäller (från|till)|\bfrån\b|\bt\s?o\s?m\b|\bfr\s?o\s?m\b|inkom|"
    r"ankomst|ankom\b|received|upprätta|expediera|delgiv|delgav|laga kraft|överklag|bilaga|länk\b|"
    r"\blink\b|status|kontaktperson|\bkontakt\b|postn(r|um)|webb|hemsida|anmäl(s|d|an|ningsdatum)|"
    r"anmälningsdag|reported|sammanträde|nämnd(en)?\b|nämndens|uppföljning|återrapport|projekt\s?(nr|"
    r"num|namn|id)|faktura|enhet\b|avdelning\b|förvaltning\b|\bunit\b|department|period\b|mål\b|"
    r"finansiär|finansiering"
)
"""Headings that look like one of the fields, or whose column would, but are something else: kept as extra."""

OFFICERS: Final = r"handläggare|\bhandl\b|officer|case worker|sa[gk]sbehandl|käsittelijä|valmistelija"
"""Headings of who prepared a decision: as a rule the one who took it, where no other column says who did."""

FUNDING: Final = r"medfinans|finansiering"
"""Headings of what else pays: what was granted, where it is the only column of amounts."""

IDENTITY: Final = (
    r"person\s?(nr|num|bet|id)|pers\s?nr|\bssn\b|social security|henkilötunnus|födelse\w*\s?(nr|num|dat|tid)"
)
"""Headings of columns of personnummer."""
