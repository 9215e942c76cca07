/* The attribute `check`: what the host page lets the widget do, written out for the webmaster. */

/** A list that fills in by itself: style, service, and whatever the page's policy stops of ours. */
function renderCheck(say, settings, isStyled) {
  const list = make("ul", { part: "check-list" });
  const add = (key, values) => list.append(make("li", {}, say(key, values)));
  add("widget_check_script");
  add(isStyled ? "widget_check_style_adopted" : "widget_check_style_linked");
  settings.faults.forEach((fault) => add("widget_check_fault", { fault }));
  const stop = watchViolations(settings, (event) => add("widget_check_blocked", describe(event)));
  if (settings.endpoint) tryService(settings, add);
  const panel = make("div", { class: "check", part: "check" }, make("p", {}, make("strong", {}, say("widget_check"))), list);
  return { panel, stop };
}

async function tryService(settings, add) {
  try {
    const { snapshot } = await ask({ ...settings, nResults: 1 }, "klotter", new AbortController().signal);
    add("widget_check_answers", { endpoint: settings.endpoint.origin, snapshot });
  } catch (failure) {
    add("widget_check_silent", { endpoint: settings.endpoint.origin, why: failure.title || failure.kind });
  }
}

function watchViolations({ endpoint }, tell) {
  const ours = [new URL(import.meta.url).origin, endpoint?.origin];
  const seen = new Set();
  const hear = (event) => {
    const key = event.effectiveDirective + event.blockedURI;
    if (seen.has(key) || !ours.some((origin) => origin && event.blockedURI.startsWith(origin))) return;
    seen.add(key);
    tell(event);
  };
  document.addEventListener("securitypolicyviolation", hear);
  return () => document.removeEventListener("securitypolicyviolation", hear);
}

function describe({ effectiveDirective: directive, blockedURI, disposition }) {
  return { directive, origin: new URL(blockedURI).origin, disposition };
}
