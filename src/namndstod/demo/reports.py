"""What the reports of the demonstration say."""

from __future__ import annotations

from collections.abc import Mapping

CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "Inledning": (
        "Granbygden har under perioden haft en jämn utveckling. Antalet företag med någon anställd har ökat "
        "något, mest i Ytterby och Lövåsen. Kompetensförsörjningen är fortfarande den fråga som företagen "
        "lyfter oftast.",
        "Nämnden har därför riktat sina insatser mot utbildning, omställning och samverkan. Arbetet har "
        "skett tillsammans med länets fyra kommuner, folkhögskolan och företagens egna organisationer.",
        "Rapporten bygger på lägesrapporter från de projekt som har fått stöd, på nämndens uppföljning av "
        "den regionala utvecklingsstrategin och på samtal med ett sextiotal företag.",
    ),
    "Läget i länet": (
        "Besöksnäringen omsätter åter lika mycket som före de svaga åren. Säsongen har blivit längre: en "
        "tredjedel av gästnätterna infaller nu mellan september och april. Leder och gästhamnar är det som "
        "besökarna uppskattar mest.",
        "Tillverkningsföretagen har god orderingång men svårt att anställa. Två av tre har sökt personal i "
        "mer än tre månader. Flera har i stället lärt upp egna medarbetare, ofta på folkhögskolan.",
        "På landsbygden har två lanthandlar fått nya ägare och en har stängt. Stödet till kommersiell "
        "service har gått till drivmedelsanläggningar, hemleveranser och ett gemensamt utlämningsställe.",
    ),
    "Mål": (
        "Nämnden har satt nio mål. Sju av dem är uppfyllda. Målet om resor med kollektivtrafik nås delvis, "
        "eftersom den nya linjen till Almnäs började gå först i augusti.",
        "Hur många som har fått arbete efter utbildning har inte kunnat mätas: uppgifterna kommer från en "
        "undersökning som görs vartannat år.",
    ),
    "Ekonomi": (
        "Projektmedlen har använts till 94 procent. Två projekt har kommit i gång senare än beräknat, och "
        "deras medel förs över till nästa år.",
        "Kostnaden för förvaltning är oförändrad. Handläggningstiden för företagsstöd har kortats från nio "
        "till sju veckor sedan ansökningarna började lämnas digitalt.",
        "Länets del av de europeiska fonderna är i det närmaste fullt intecknad. Nästa utlysning blir den "
        "sista i programperioden.",
    ),
    "Framåt": (
        "De kommande åren vill nämnden göra det lättare för små företag att växa. En gemensam ingång till "
        "rådgivning prövas tillsammans med kommunerna.",
        "Leder och hamnar ska skötas långsiktigt. Ett förslag till avtal mellan regionen, kommunerna och "
        "föreningarna tas fram under våren.",
        "Kvinnor driver en av tre verksamheter som har fått stöd. Informationen riktas nu så att andelen "
        "ökar, och utfallet redovisas varje halvår.",
    ),
}

GOALS = (
    ("Nya företag med stöd", "104 procent", "uppfyllt"),
    ("Företag som har växt", "101 procent", "uppfyllt"),
    ("Gästnätter utanför högsäsong", "108 procent", "uppfyllt"),
    ("Resor med kollektivtrafik", "76 procent", "delvis uppfyllt"),
    ("Butiker med grundläggande service", "100 procent", "uppfyllt"),
    ("Deltagare i utbildning", "112 procent", "uppfyllt"),
    ("Arbete efter utbildning", "–", "inte mätt"),
    ("Kommuner med gemensam rådgivning", "100 procent", "uppfyllt"),
    ("Handläggningstid för företagsstöd", "103 procent", "uppfyllt"),
)
"""The committee's goals: what is measured, how much of the goal was reached, and the verdict."""
