// Saves a plan while it is written. Without it the form's button saves all the same.

const WAIT_MS = 900;
const AGAIN_MS = 10_000;
const MOST_KEPT_SIGNS = 15_000; // what a browser still sends for a page that is left: 64 kB

for (const form of document.querySelectorAll("form[data-autosave]")) saveWhileWriting(form);

function saveWhileWriting(form) {
  const state = form.querySelector("[data-save-state]");
  const base = form.elements.base;
  const saved = new Map(fields(form).map((field) => [field.name, field.value]));
  const open = new Map(); // fields that somebody else wrote too: path -> their text
  let timer = 0;
  let last = Promise.resolve();
  let isLost = false; // the last save did not reach the service
  let isSent = false; // the form's own button sends all

  form.addEventListener("input", () => {
    tellState(form.dataset.saved);
    plan(WAIT_MS);
  });
  form.addEventListener("change", () => plan(0));
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    isSent = true;
  });
  document.addEventListener("visibilitychange", () => document.hidden && void save());
  window.addEventListener("online", () => plan(0));
  window.addEventListener("beforeunload", (event) => {
    if (!isSent && (open.size || (isLost && listChanged().length))) event.preventDefault();
  });

  function plan(wait) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(save, save);
    }, wait);
  }

  function listChanged() {
    return fields(form).filter((field) => field.value !== saved.get(field.name) && !open.has(field.name));
  }

  async function save() {
    const changed = listChanged();
    if (!changed.length) return;
    const sent = new Map(changed.map((field) => [field.name, field.value]));
    state.textContent = form.dataset.saving;
    const told = await send(form, sent);
    isLost = !told;
    if (!told) {
      state.textContent = form.dataset.failed;
      setTimeout(() => plan(0), AGAIN_MS);
      return;
    }
    base.value = Math.max(base.value, told.version);
    for (const [path, text] of sent) if (!told.faults[path]) saved.set(path, text);
    for (const field of changed) tellFault(field, told.faults[field.name]);
    for (const [path, text] of Object.entries(told.others)) take(path, text);
    for (const { path, theirs } of told.conflicts) ask(path, theirs);
    const budget = form.querySelector("[data-budget]");
    if (budget) budget.textContent = told.budget;
    tellState(Object.keys(told.faults).length ? form.dataset.fault : form.dataset.saved);
  }

  /** words : once nothing more is to be saved */
  function tellState(words) {
    const told = open.size ? form.dataset.conflict : words === form.dataset.saved && listChanged().length ? form.dataset.saving : words;
    if (state.textContent !== told) state.textContent = told; // set again it would be read aloud again
  }

  /** What a colleague has written: taken where nobody writes here, else asked about, for the next save would hide it. */
  function take(path, text) {
    const field = form.elements[path];
    if (!field) return;
    if (open.has(path) || ![saved.get(path), text].includes(field.value)) {
      ask(path, text);
      return;
    }
    saved.set(path, text);
    if (field.value === text) return;
    field.value = text;
    note(field, form.dataset.others);
  }

  /** Both texts, and a button for each. */
  function ask(path, theirs) {
    const field = form.elements[path];
    if (!field) return;
    open.set(path, theirs);
    const place = note(field, `${form.dataset.theirs} ${theirs || form.dataset.empty}`);
    const choose = (words, give) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "ds-button", textContent: words });
      Object.assign(button.dataset, { variant: "secondary", size: "sm" });
      button.addEventListener("click", () => {
        place.remove();
        open.delete(path);
        saved.set(path, theirs);
        field.value = give();
        field.focus();
        tellState(form.dataset.saved);
        plan(0);
      });
      place.append(button);
    };
    place.append(document.createElement("br"));
    choose(form.dataset.take, () => theirs);
    choose(form.dataset.keep, () => field.value); // also what was typed since
  }
}

/** The fields of the plan: all that are named by a path. */
function fields(form) {
  return [...form.elements].filter((field) => /^(title|summary|follow_up|statute\/|problems\/)/.test(field.name));
}

/** A note below a field, in place of the one that was there. */
function note(field, words) {
  const id = `${field.id}-theirs`;
  document.getElementById(id)?.remove();
  const place = Object.assign(document.createElement("p"), { id, className: "work-theirs", textContent: words });
  place.setAttribute("role", "status");
  field.after(place);
  return place;
}

function tellFault(field, words) {
  const id = `${field.id}-fault`;
  document.getElementById(id)?.remove();
  field.toggleAttribute("aria-invalid", Boolean(words));
  if (!words) return;
  field.setAttribute("aria-invalid", "true");
  field.after(Object.assign(document.createElement("p"), { id, className: "ds-validation-message", textContent: words }));
}

/** What the service tells of a save; null where it cannot be reached or refuses. */
async function send(form, sent) {
  const body = new FormData();
  body.set("csrf", form.elements.csrf.value);
  body.set("base", form.elements.base.value);
  for (const [path, text] of sent) body.set(path, text);
  const keepalive = [...sent].join("").length < MOST_KEPT_SIGNS;
  try {
    const answer = await fetch(form.action, { method: "POST", body, keepalive, headers: { Accept: "application/json" } });
    const told = answer.ok || answer.status === 409 ? await answer.json() : null;
    return told?.conflicts ? told : null;
  } catch {
    return null;
  }
}
