/* <kb-search>: a search form with its answer below, in a shadow tree of its own. */

const PAUSE_MS = 300; // without a key, before a search while typing
const WAIT_SHOWN_MS = 400; // after which a search that has not answered is told of
const LEAST_TYPED = 3; // letters, before a search while typing
const MAX_QUERY = 2000; // characters; the service reads no more

let sharedSheet = null;

class KbSearch extends HTMLElement {
  static observedAttributes = "endpoint key language filters results heading label placeholder live check".split(" ");

  #root = this.attachShadow({ mode: "open" });
  #settings;
  #say;
  #field;
  #results;
  #regions; // two, spoken in turn: the same words twice in one region are not read out again
  #asking = new AbortController();
  #asked = null;
  #timer = 0;
  #waiting = 0;
  #isStale = false;
  #stopCheck = () => {};

  connectedCallback() {
    this.#build();
  }

  disconnectedCallback() {
    this.#cancel();
    this.#stopCheck();
  }

  attributeChangedCallback() {
    if (!this.#field || this.#isStale) return;
    this.#isStale = true; // built once for all attributes that are set in one go
    queueMicrotask(() => this.isConnected && this.#build());
  }

  #build() {
    const typed = this.#field?.value ?? "";
    this.#isStale = false;
    this.#cancel();
    this.#stopCheck();
    this.#settings = readSettings(this);
    this.#say = makeSay(this.#settings.language);
    const style = dress(this.#root);
    this.#field = this.#makeField(typed);
    this.#results = this.#makeResults();
    this.#regions = [0, 1].map(() => make("p", { role: "status", class: "told" }));
    const frame = make("div", { class: "kb", part: "widget", lang: this.#settings.language });
    frame.append(this.#makeForm(), ...this.#regions, this.#results);
    frame.addEventListener("keydown", (event) => this.#move(event));
    const hadFocus = this.#root.activeElement !== null;
    this.#root.replaceChildren(...style, frame);
    if (hadFocus) this.#field.focus();
    this.#settings.faults.forEach((fault) => console.error(`kb-search: ${fault}`));
    if (this.#settings.isBroken) this.#show([make("p", { class: "notice failure" }, this.#say("widget_misplaced"))]);
    if (this.hasAttribute("check")) this.#check(frame, style.length === 0);
    if (typed) this.#search(typed);
  }

  #check(frame, isStyled) {
    const { panel, stop } = renderCheck(this.#say, this.#settings, isStyled);
    this.#stopCheck = stop;
    frame.append(panel);
  }

  #makeField(value) {
    const field = make("input", {
      id: "q",
      name: "q",
      type: "search",
      part: "input",
      autocomplete: "off",
      autocapitalize: "off",
      maxlength: MAX_QUERY,
      placeholder: this.#settings.placeholder,
      "aria-describedby": "hint",
      "aria-controls": "results",
    });
    field.value = value;
    field.addEventListener("input", (event) => event.isComposing || this.#typed());
    field.addEventListener("compositionend", () => this.#typed());
    field.addEventListener("focus", () => field.value && this.#typed()); // back from the hits: what was put off there
    return field;
  }

  /* Who has gone to a hit is choosing: no search while typing begins then, to change the list under a key or finger. */
  #makeResults() {
    const results = make("div", { id: "results", part: "results" });
    for (const name of ["focusin", "pointerdown"]) results.addEventListener(name, () => clearTimeout(this.#timer));
    return results;
  }

  #makeForm() {
    const say = this.#say;
    const label = this.#settings.label || say("search_heading");
    const form = make(
      "form",
      { role: "search", part: "form", "aria-label": label },
      make("label", { for: "q", part: "label" }, label),
      make("p", { id: "hint", class: "hint", part: "hint" }, say(this.#settings.isLive ? "widget_hint_live" : "widget_hint")),
      make("div", { class: "row" }, this.#field, make("button", { part: "button" }, say("search_button"))),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search(this.#field.value);
    });
    return form;
  }

  #typed() {
    clearTimeout(this.#timer);
    const query = this.#field.value.trim();
    if (query === this.#asked) return;
    if (!query) this.#clear();
    else if (this.#settings.isLive && query.length >= LEAST_TYPED) {
      this.#timer = setTimeout(() => this.#search(query), PAUSE_MS);
    }
  }

  #clear() {
    this.#cancel();
    this.#show([]);
    this.#tell("");
  }

  #cancel() {
    clearTimeout(this.#timer);
    clearTimeout(this.#waiting);
    this.#asking.abort();
    this.#asked = null;
  }

  async #search(text) {
    const query = text.trim();
    if (!query) return this.#clear();
    if (this.#settings.isBroken) return;
    this.#cancel();
    this.#asked = query;
    const { signal } = (this.#asking = new AbortController());
    const view = this.#makeView(query);
    this.#results.setAttribute("aria-busy", "true");
    this.#waiting = setTimeout(() => this.#wait(), WAIT_SHOWN_MS);
    const started = performance.now();
    try {
      const answer = await ask(this.#settings, query, signal);
      if (signal.aborted) return; // another question has been asked since
      this.#show(renderAnswer(view, answer));
      this.#tell(tellAnswer(this.#say, answer));
      this.#report(query, answer, Math.round(performance.now() - started));
    } catch (failure) {
      if (!signal.aborted) this.#fail(view, failure);
    }
  }

  #makeView(query) {
    return {
      query,
      say: this.#say,
      settings: this.#settings,
      onOpen: (place) => this.#emit("open", place),
      onAskAgain: (asked) => {
        this.#field.value = asked;
        this.#field.focus(); // the button that was pressed goes away
        this.#search(asked);
      },
    };
  }

  /* What stands there stays until the answer comes, so that the page does not jump for every key. */
  #wait() {
    this.#results.querySelector(".wait")?.remove();
    this.#results.prepend(make("p", { class: "wait", part: "wait" }, this.#say("widget_wait")));
    this.#tell(this.#say("widget_wait"));
  }

  #fail(view, failure) {
    if (!(failure instanceof Failure)) throw failure;
    console.error(`kb-search: ${failure.message}`);
    this.#show(renderFailure(view, failure));
    this.#tell(tellFailure(this.#say, failure));
    this.#emit("error", { kind: failure.kind, status: failure.status });
  }

  #show(nodes) {
    clearTimeout(this.#waiting);
    this.#results.removeAttribute("aria-busy");
    const focused = this.#results.contains(this.#root.activeElement) ? this.#root.activeElement : null;
    this.#results.replaceChildren(...nodes);
    if (focused) (this.#findSame(focused.href) ?? this.#field).focus({ preventScroll: true });
  }

  /* The link to the same place, else to the same document; none where there was no link. */
  #findSame(href) {
    const links = [...this.#results.querySelectorAll("a")];
    const page = (address) => address?.split("#")[0];
    return links.find((link) => link.href === href) ?? links.find((link) => page(link.href) === page(href));
  }

  #tell(words) {
    this.#regions.reverse();
    this.#regions[0].textContent = words;
    this.#regions[1].textContent = "";
  }

  #report(query, answer, elapsed) {
    const detail = {
      answered: answer.answered,
      n_hits: answer.n_hits,
      n_shown: answer.hits.length,
      n_filtered_out: answer.filtered_out?.n_found ?? 0,
      n_advised_against: answer.advised_against.length,
      has_suggestion: answer.suggestion !== null,
      elapsed_ms: elapsed,
    };
    this.#emit("results", this.#settings.sharesQuery ? { ...detail, query } : detail);
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`kb-search:${name}`, { detail, bubbles: true, composed: true }));
  }

  /* Arrows walk between the field and the hits' titles; Escape goes back to the field, and empties it there. */
  #move(event) {
    const stops = [this.#field, ...this.#results.querySelectorAll('[part="title"] a')];
    const at = stops.indexOf(this.#root.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (step && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    } else if (event.key === "Escape" && at === 0 && this.#field.value) {
      event.preventDefault();
      this.#field.value = "";
      this.#clear();
    } else if (event.key === "Escape" && this.#results.contains(this.#root.activeElement)) {
      this.#field.focus();
    }
  }
}

/* The style of the shadow tree, which a strict policy lets through; older browsers get a link to the same file. */
function dress(root) {
  try {
    if (!sharedSheet) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS_TEXT);
      sharedSheet = sheet;
    }
    root.adoptedStyleSheets = [sharedSheet];
    return [];
  } catch {
    return [make("link", { rel: "stylesheet", href: new URL(CSS_FILE, import.meta.url), crossorigin: "anonymous" })];
  }
}

// Two versions of this file on one page: the first one serves both.
if (!customElements.get("kb-search")) customElements.define("kb-search", KbSearch);
