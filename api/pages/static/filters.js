// Filters apply as they are chosen: the new list is fetched and put in place, and the address follows.
const status = document.getElementById("antal");
let asked = 0;

async function show(address, isNew) {
  const turn = ++asked;
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("svar");
  if (turn !== asked) return; // another choice was made meanwhile
  if (!answer.ok || !fresh) {
    location.assign(address);
    return;
  }
  const focused = document.activeElement && document.activeElement.id;
  const open = new Map([...document.querySelectorAll("#svar details[id]")].map((part) => [part.id, part.open]));
  document.getElementById("svar").replaceWith(fresh);
  for (const part of fresh.querySelectorAll("details[id]")) if (open.has(part.id)) part.open = open.get(part.id);
  status.textContent = page.getElementById("antal").textContent;
  if (isNew) history.pushState({ filtered: true }, "", address);
  else history.replaceState({ filtered: true }, "", address);
  const same = focused && document.getElementById(focused);
  if (same) same.focus({ preventScroll: true });
}

document.addEventListener("change", (event) => {
  const form = event.target.closest(".filters form");
  if (!form) return;
  const address = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
  show(address, true).catch(() => form.requestSubmit());
});
// Going back is going to another address: its own list is shown, as it was.
window.addEventListener("popstate", () => location.reload());
