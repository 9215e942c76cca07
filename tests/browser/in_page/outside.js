// What makes the page scroll sideways; what scrolls in a box of its own is allowed.
() => {
  const width = document.documentElement.clientWidth;
  const page = document.documentElement.scrollWidth;
  const scrolls = (element) =>
    element && element !== document.body
    && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
  const isOutside = (element) =>
    element.checkVisibility({ visibilityProperty: true })
    && element.getBoundingClientRect().right > width + 1
    && !scrolls(element.parentElement);
  const outside = [...document.body.querySelectorAll("*")].filter(isOutside).map((e) => e.outerHTML.slice(0, 120));
  return page > width ? [`${page} px in a window of ${width} px`, ...outside] : outside;
}
