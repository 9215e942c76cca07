/* One question to the service, and the addresses of its pages. */

const PATIENCE_MS = 15_000;

/** Why there is no answer. kind: "unreachable", "slow" or "refused"; title: the service's own words, when it has any. */
class Failure extends Error {
  constructor(kind, status = 0, title = "", detail = "") {
    super(detail || kind);
    Object.assign(this, { kind, status, title });
  }
}

/** The service's answer to the query. Throws a Failure, or an AbortError when the signal says that it is not wanted. */
async function ask(settings, query, signal) {
  const control = new AbortController();
  const stop = () => control.abort();
  signal.addEventListener("abort", stop);
  const timer = setTimeout(stop, PATIENCE_MS);
  try {
    return await read(await fetch(searchAddress(settings, query), request(settings, control.signal)));
  } catch (error) {
    if (signal.aborted) throw new DOMException("", "AbortError");
    if (error instanceof Failure) throw error;
    throw new Failure(control.signal.aborted ? "slow" : "unreachable");
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

function searchAddress({ endpoint, filters, key, nResults }, query) {
  const address = new URL("v1/search", endpoint);
  const parameters = [["q", query], ["n", nResults], ...filters];
  if (key) parameters.push(["key", key]);
  for (const [name, value] of parameters) address.searchParams.append(name, value);
  return address;
}

/* Nothing here makes the browser ask first (CORS preflight), and nothing tells the service which page it was. */
function request({ language }, signal) {
  return { signal, headers: { "Accept-Language": language }, credentials: "omit", referrerPolicy: "no-referrer" };
}

async function read(response) {
  const answer = await response.json().catch(() => null);
  if (response.ok && Array.isArray(answer?.hits)) return answer;
  if (response.ok) throw new Failure("unreachable", response.status);
  const isOurs = response.status < 500 && typeof answer?.title === "string";
  throw new Failure("refused", response.status, isOurs ? answer.title : "", isOurs ? answer.detail : "");
}

/** The address of a page of the service's own site. */
function pageAddress({ endpoint }, folder, slug, anchor = "") {
  const address = new URL(`${folder}/${encodeURIComponent(slug)}`, endpoint);
  address.hash = anchor;
  return address.href;
}

/** The same search on the service's own site. */
function siteSearchAddress({ endpoint }, query) {
  const address = new URL("sok", endpoint);
  address.searchParams.set("q", query);
  return address.href;
}
