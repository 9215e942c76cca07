// Judges an answer without leaving the page. Without it each form leads to a page of its own.

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-judge-form]")) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

/** Sends a judgement, and puts what the next page says of it where its buttons are. */
async function send(form, button) {
  const place = document.querySelector(`[data-judge="${form.id}"]`);
  if (place.getAttribute("aria-busy")) return;
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) body.append(button.name, button.value);
  place.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-judge]");
    form.remove();
    document.body.append(...page.querySelectorAll("[data-judge-form]"));
    place.replaceWith(next);
    next.focus(); // the button that had it is gone
  } catch {
    place.removeAttribute("aria-busy");
    const told = place.querySelector(".hint");
    told.setAttribute("role", "alert");
    told.textContent = place.dataset.failed;
  }
}
