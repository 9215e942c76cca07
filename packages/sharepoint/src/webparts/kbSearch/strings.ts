/** What the editor of a page reads. */
const STRINGS = {
  sv: {
    choose: "Öppna webbdelens inställningar och skriv tjänstens adress.",
    endpoint: "Tjänstens adress",
    endpointFault: "Skriv en adress som börjar med https://",
    endpointHint: "Till exempel https://kb.example.se",
    filters: "Filter (valfritt)",
    filtersHint: "Till exempel setting=skola; rating=god",
    header: "Sök i vägledningen",
    integrity: "Filens kontrollsumma (valfritt)",
    key: "Nyckel (valfritt)",
    keyHint: "Om den som driver tjänsten har gett er en",
    label: "Rubrik på sökfältet (valfritt)",
    results: "Antal träffar",
    script: "Filens adress (valfritt)",
    scriptHint: "Från första raden på tjänstens sida /widget. Tomt ger senaste versionen.",
    search: "Sök vägledning",
  },
  en: {
    choose: "Open the web part's settings and write the address of the service.",
    endpoint: "Address of the service",
    endpointFault: "Write an address that begins with https://",
    endpointHint: "For example https://kb.example.se",
    filters: "Filters (optional)",
    filtersHint: "For example setting=skola; rating=god",
    header: "Search the guidance",
    integrity: "Integrity of the file (optional)",
    key: "Key (optional)",
    keyHint: "If those who run the service gave you one",
    label: "Label of the field (optional)",
    results: "Number of hits",
    script: "Address of the file (optional)",
    scriptHint: "From the first line on the service's page /widget. Empty gives the latest version.",
    search: "Search the guidance",
  },
};

export function stringsIn(language: "sv" | "en"): (typeof STRINGS)["sv"] {
  return STRINGS[language];
}
