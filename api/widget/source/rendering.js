/* An answer as elements. Text only ever becomes text: nothing here parses HTML. */

const EXCERPT = 220; // characters
const BEFORE_MATCH = 50; // characters shown before the first match

/** An element with attributes and children; attributes that are null or undefined are left out. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** All that an answer shows. view: { say, settings, query, onOpen, onAskAgain } */
function renderAnswer(view, answer) {
  const { say } = view;
  const warnings = answer.advised_against.map((hit, i) => renderWarning(view, hit, i + 1));
  const hits = answer.hits.map((hit, i) => make("li", { part: "result" }, ...renderHit(view, hit, i + 1)));
  return [
    ...tellUrgent(answer).map((told) => make("p", { class: "notice", part: "notice" }, told)),
    answer.suggestion ? renderSuggestion(view, answer.suggestion) : null,
    ...renderSigns(say, answer),
    ...warnings,
    answer.answered ? make("p", { part: "summary" }, countHits(say, answer)) : renderRefusal(view, answer),
    hits.length ? make("ol", { class: "hits", part: "list" }, ...hits) : null,
    answer.answered ? renderWayOn(view, answer) : null,
  ].filter((node) => node !== null);
}

/** What a screen reader is told of an answer. */
function tellAnswer(say, answer) {
  const parts = [...tellUrgent(answer), answer.answered ? countHits(say, answer) : `${say("nothing_fits")}.`];
  if (!answer.answered) parts.push(say("widget_refusal_told"));
  parts.push(...tellSigns(say, answer));
  if (answer.advised_against.length) parts.push(say("widget_advised_against_told"));
  if (answer.suggestion) parts.push(`${say("did_you_mean")} ${answer.suggestion}`);
  return parts.join(" ");
}

/** Why there is no answer, with the two ways on. */
function renderFailure(view, failure) {
  const { say, query } = view;
  const again = make("button", { type: "button", class: "quiet", part: "retry" }, say("widget_retry"));
  again.addEventListener("click", () => view.onAskAgain(query));
  const whole = makeSiteSearchLink(view, say("widget_search_on_site"));
  return [
    make(
      "div",
      { class: "notice failure", part: "failure" },
      make("p", {}, tellFailure(say, failure)),
      make("p", { class: "ways" }, again, " ", whole),
    ),
  ];
}

function tellFailure(say, { kind, title }) {
  return title ? `${title}.` : say(kind === "slow" ? "widget_slow" : "widget_unreachable");
}

/* Without any: how many the filters of this page took away, or that only what is advised against was found. */
function countHits(say, { n_hits: n, hits, filtered_out: lost }) {
  if (n === 0 && !lost) return say("widget_no_other");
  if (n === 0) return say("widget_none_within_filters", { counted: countAll(say, lost.n_found) });
  return hits.length < n ? say("widget_hits_shown", { n, shown: hits.length }) : countAll(say, n);
}

function countAll(say, n) {
  return n === 1 ? say("widget_one_hit") : say("widget_hits", { n });
}

/* Where somebody in danger can turn, before all else: 112 is the first, and the answer stays in sight. */
function tellUrgent({ urgent = [] }) {
  return urgent.slice(0, 4).map((line) => line.told);
}

function renderSuggestion(view, suggestion) {
  const button = make("button", { type: "button", class: "quiet", part: "suggestion", lang: "sv" }, suggestion);
  button.addEventListener("click", () => view.onAskAgain(suggestion));
  return make("p", { class: "suggestion" }, `${view.say("did_you_mean")} `, button);
}

/* How the signs of a query were read, where that takes something away. */
function renderSigns(say, answer) {
  return tellSigns(say, answer).map((told) => make("p", { class: "signs" }, told));
}

function tellSigns(say, { missing_phrases: missing = [], left_out: words = [] }) {
  const told = [];
  if (missing.length) told.push(say("phrase_missing", { phrases: missing.join("”, ”") }));
  if (words.length) told.push(say("left_out_told", { words: words.join("”, ”") }));
  return told;
}

function renderRefusal(view, answer) {
  const { say, settings } = view;
  const topics = answer.topics.map((topic, i) => {
    const link = renderLink(view, { kind: "topic", slug: topic.slug, rank: i + 1 }, "problemomrade", topic.title);
    return make("li", {}, link);
  });
  return make(
    "div",
    { class: "notice", part: "notice" },
    make(settings.heading, {}, say("nothing_fits")),
    make("p", {}, say("nothing_fits_lead")),
    make("ul", {}, ...answer.questions.map((question) => make("li", {}, say(question)))),
    make("p", { class: "topics" }, `${say("nearest_topics")}:`),
    make("ul", {}, ...topics),
  );
}

function renderWarning(view, hit, rank) {
  const lead = make("p", { class: "lead" }, make("strong", {}, view.say("advised_against_lead")));
  return make("div", { class: "warning", part: "warning" }, lead, ...renderHit(view, hit, rank, "advised-against"));
}

function renderHit(view, hit, rank, kind = "hit") {
  const link = renderLink(view, { kind, slug: hit.slug, rank }, "vagledning", hit.title);
  return [
    make(view.settings.heading, { part: "title", lang: "sv" }, link),
    renderBadges(view.say, hit),
    make("p", { lang: "sv", class: "summary-text" }, hit.summary),
    renderPassage(view, hit, rank, kind),
  ].filter((node) => node !== null);
}

function renderBadges(say, { rating, evidence, recommendation, statutory }) {
  const words = [
    rating ? `${say("evidence")}: ${say(`widget_rating_${rating}`)}` : say("no_rating"),
    rating && evidence ? evidence.told : null,
    recommendation ? say(`widget_recommendation_${recommendation}`) : null,
    statutory ? say("statutory") : null,
  ].filter(Boolean);
  return make("ul", { class: "badges" }, ...words.map((word) => make("li", { part: "badge" }, word)));
}

/* The section that matched best, cut where the match is. Without a heading it is the summary, which is shown already. */
function renderPassage(view, { slug, passages }, rank, kind) {
  const sections = passages.filter((passage) => passage.heading);
  const best = sections.find((passage) => passage.highlights.length) ?? sections[0];
  if (!best) return null;
  const place = { kind, slug, rank };
  const link = renderLink(view, place, "vagledning", best.heading, best.anchor);
  return make("p", { class: "passage", part: "passage", lang: "sv" }, link, ": ", ...cutExcerpt(best));
}

/* Spans count characters as Python does, by code point; JavaScript's own positions differ after an emoji. */
function cutExcerpt({ text, highlights }) {
  const letters = Array.from(text);
  const [first, last] = chooseCut(letters, highlights[0]?.[0] ?? 0);
  const pieces = [first > 0 ? "… " : ""];
  let position = first;
  for (const [from, to] of highlights) {
    if (from < position || to > last) continue;
    pieces.push(letters.slice(position, from).join(""), make("mark", { part: "mark" }, letters.slice(from, to).join("")));
    position = to;
  }
  return [...pieces, letters.slice(position, last).join("") + (last < letters.length ? " …" : "")];
}

function chooseCut(letters, match) {
  if (letters.length <= EXCERPT) return [0, letters.length];
  let first = Math.max(0, match - BEFORE_MATCH);
  while (first > 0 && first < match && !/\s/.test(letters[first - 1])) first += 1;
  let last = Math.min(letters.length, first + EXCERPT);
  while (last < letters.length && last > match && !/\s/.test(letters[last])) last -= 1;
  return [first, last > first ? last : Math.min(letters.length, first + EXCERPT)];
}

/* To the hits that are not shown here; without any, to the same search beyond the filters of this page. */
function renderWayOn(view, { n_hits, hits, filtered_out: lost }) {
  if (n_hits > 0 && n_hits === hits.length) return null;
  const { say } = view;
  const n = n_hits || lost?.n_found;
  const link = makeSiteSearchLink(view, n > 1 ? say("widget_show_all", { n }) : say("widget_search_on_site"));
  return make("p", {}, link);
}

function makeSiteSearchLink(view, text) {
  const link = make("a", { href: siteSearchAddress(view.settings, view.query), part: "more" }, text);
  link.addEventListener("click", () => view.onOpen({ kind: "all", slug: null, rank: null }));
  return link;
}

function renderLink(view, place, folder, text, anchor) {
  const link = make("a", { href: pageAddress(view.settings, folder, place.slug, anchor), lang: "sv" }, text);
  link.addEventListener("click", () => view.onOpen(place));
  return link;
}
