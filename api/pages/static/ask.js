// The box of the first page: a file may be dropped on it, and the button says what will happen.
const MAX_QUESTION_CHARS = 200;
const form = document.querySelector("form.ask");
const text = form.elements.text;
const file = form.elements.file;
const button = form.querySelector("button");
const searchAction = form.action;
const searchLabel = button.textContent;

function isDescription() {
  return file.files.length > 0 || text.value.trim().length > MAX_QUESTION_CHARS;
}

function update() {
  button.textContent = isDescription() ? form.dataset.describeLabel : searchLabel;
  form.action = isDescription() ? form.dataset.describeAction : searchAction;
}

function showDrop(isOver) {
  form.classList.toggle("is-over", isOver);
  form.querySelector(".ask-drop").hidden = !isOver;
}

text.addEventListener("input", update);
file.addEventListener("change", update);
form.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  showDrop(true);
});
form.addEventListener("dragleave", (event) => {
  if (!form.contains(event.relatedTarget)) showDrop(false);
});
form.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  file.files = event.dataTransfer.files;
  showDrop(false);
  update();
});
// A question is sent by Enter as in any search field; Shift and Enter make a new line, and so does Enter in a long text.
text.addEventListener("keydown", (event) => {
  const isSend = event.key === "Enter" && !event.shiftKey && !event.isComposing;
  if (!isSend || isDescription() || text.value.includes("\n") || !text.value.trim()) return;
  event.preventDefault();
  form.requestSubmit();
});
window.addEventListener("pageshow", update);
