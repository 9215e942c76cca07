// Comfort on the pages of a description. Without it every form works all the same.

const MAX_BYTES = 50_000_000;

for (const form of document.querySelectorAll("form[data-waits]")) tellWhileWaiting(form);
for (const field of document.querySelectorAll("[data-drop]")) takeDroppedFiles(field);

/** Says that the answer is on its way, and sends a form once. */
function tellWhileWaiting(form) {
  const buttons = form.querySelectorAll("button[type=submit]");
  const places = form.querySelectorAll("[data-waiting]");

  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    const downloads = event.submitter?.name === "form"; // the page stays, so its buttons must too
    if (downloads) return;
    form.dataset.sent = "yes";
    for (const place of places) place.textContent = place.dataset.waiting;
    // A button that is disabled at once would not be sent itself.
    setTimeout(() => buttons.forEach((button) => button.setAttribute("aria-disabled", "true")));
  });

  window.addEventListener("pageshow", () => {
    delete form.dataset.sent;
    for (const place of places) place.textContent = "";
    buttons.forEach((button) => button.removeAttribute("aria-disabled"));
  });
}

/** Makes the whole field a place to drop a file, and tells which one was chosen. */
function takeDroppedFiles(field) {
  const input = field.querySelector("input[type=file]");
  const told = field.querySelector("[data-chosen]");
  const hint = field.querySelector("[data-drop-hint]");
  if (hint) hint.hidden = false;

  field.addEventListener("dragover", (event) => {
    event.preventDefault();
    field.classList.add("is-over");
  });
  field.addEventListener("dragleave", () => field.classList.remove("is-over"));
  field.addEventListener("drop", (event) => {
    event.preventDefault();
    field.classList.remove("is-over");
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      tellChosen();
    }
  });
  input.addEventListener("change", tellChosen);
  window.addEventListener("pageshow", tellChosen);

  function tellChosen() {
    const [file] = input.files;
    const tooLarge = Boolean(file) && file.size > MAX_BYTES;
    const words = tooLarge ? told.dataset.tooLarge : told.dataset.chosenText;
    told.textContent = file ? `${words} ${file.name}` : "";
    input.setCustomValidity(tooLarge ? words : "");
  }
}
