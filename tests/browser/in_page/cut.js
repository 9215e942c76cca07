// Elements that hide part of their own text; text for screen readers alone (a box of one pixel) is left out.
() => {
  const hides = (style) => [style.overflowX, style.overflowY].some((value) => ["hidden", "clip"].includes(value));
  const isCut = (element) =>
    hides(getComputedStyle(element)) && element.checkVisibility() && element.innerText
    && element.clientWidth > 1 && element.clientHeight > 1
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  return [...document.body.querySelectorAll("*")].filter(isCut).map((e) => e.outerHTML.slice(0, 120));
}
