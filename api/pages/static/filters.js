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
  const focused = document.getElementById("svar").contains(document.activeElement) ? document.activeElement : null;
  const open = new Map([...document.querySelectorAll("#svar details[id]")].map((part) => [part.id, part.open]));
  document.getElementById("svar").replaceWith(fresh);
  for (const part of fresh.querySelectorAll("details[id]")) if (open.has(part.id)) part.open = open.get(part.id);
  status.textContent = page.getElementById("antal").textContent;
  if (isNew) history.pushState({ filtered: true }, "", address);
  else history.replaceState({ filtered: true }, "", address);
  if (focused) findSame(fresh, focused)?.focus({ preventScroll: true });
}

/* What had the focus, in the new list; without it there, its filter's heading or the field of the search. */
function findSame(fresh, focused) {
  const isSame = ({ localName, href, textContent }) =>
    localName === focused.localName && (href ? href === focused.href : textContent === focused.textContent);
  const facet = focused.closest(".facet");
  return (
    (focused.id && document.getElementById(focused.id)) ||
    [...fresh.querySelectorAll("a, summary")].find(isSame) ||
    (facet && fresh.querySelector(`#${facet.id} > summary`)) ||
    document.getElementById("q")
  );
}

document.addEventListener("change", (event) => {
  const form = event.target.closest(".filters form");
  if (!form) return;
  const address = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
  show(address, true).catch(() => form.requestSubmit());
});
// Going back is going to another address: its own list is shown, as it was.
window.addEventListener("popstate", () => location.reload());
