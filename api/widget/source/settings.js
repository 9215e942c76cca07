/* What the webmaster writes on the element, read and checked. */

const N_RESULTS = 5;
const MAX_RESULTS = 50;
const HEADING_LEVEL = 3;

/**
 * The element's attributes as settings; faults: one line for each attribute that is not understood.
 * isBroken: no address, or a filter that is not one, which must not quietly give the unfiltered answer.
 */
function readSettings(element) {
  const faults = [];
  const endpoint = readEndpoint(element.getAttribute("endpoint"), faults);
  const filters = readFilters(element.getAttribute("filters") ?? "", faults);
  return {
    endpoint,
    filters,
    isBroken: faults.length > 0,
    faults,
    language: findLanguage(element),
    key: element.getAttribute("key"),
    nResults: readNumber(element, "results", N_RESULTS, 1, MAX_RESULTS, faults),
    heading: "h" + readNumber(element, "heading", HEADING_LEVEL, 2, 6, faults),
    label: element.getAttribute("label"),
    placeholder: element.getAttribute("placeholder"),
    isLive: element.getAttribute("live") !== "off",
    sharesQuery: element.hasAttribute("share-query"),
  };
}

/** The service's address, ending in "/"; without the attribute the one that this file came from. */
function readEndpoint(text, faults) {
  try {
    const address = new URL(text || new URL("/", import.meta.url), document.baseURI);
    if (!/^https?:$/.test(address.protocol)) throw new TypeError(address.protocol);
    if (!address.pathname.endsWith("/")) address.pathname += "/";
    address.search = address.hash = "";
    return address;
  } catch {
    faults.push(`endpoint="${text}": not an address; write for example https://kb.example.se`);
    return null;
  }
}

/** "setting=skola; rating=god" as pairs. The values are checked by the service. */
function readFilters(text, faults) {
  const pairs = text.split(/[;&]/).map((part) => part.split("=").map((side) => side.trim()));
  return pairs.filter(([name, value]) => {
    if (!name && !value) return false;
    const isKnown = FACETS.includes(name) && Boolean(value);
    if (!isKnown) faults.push(`filters="${text}": write name=value; the names are ${FACETS.join(", ")}`);
    return isKnown;
  });
}

function readNumber(element, name, usual, least, most, faults) {
  const text = element.getAttribute(name);
  if (text === null) return usual;
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  faults.push(`${name}="${text}": write a whole number from ${least} to ${most}`);
  return usual;
}

/** "sv" or "en": the attribute, else the language of the part of the page that the element stands in. */
function findLanguage(element) {
  const spoken =
    element.getAttribute("language") || element.closest("[lang]")?.lang || document.documentElement.lang || "";
  return /^en\b/i.test(spoken) ? "en" : "sv";
}

/** A function from a key to its text in the language, with {names} filled in. */
function makeSay(language) {
  return (key, values = {}) => STRINGS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
