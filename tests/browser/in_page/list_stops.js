// Where Tab should stop, in document order, kept for focused.js with how each looks without the focus.
() => {
  const groups = new Set();
  const isFirstOfGroup = (e) => e.type !== "radio" || (!groups.has(e.name) && groups.add(e.name));
  const isStop = (e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true });
  const styleOf = (e) => {
    const style = getComputedStyle(e);
    const outline = style.outlineStyle === "none" ? "" : style.outline;
    const drawn = [style.stroke, style.strokeWidth];
    return [outline, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration, ...drawn].join();
  };
  window.lookOf = (e) =>
    [e, e.closest("label"), e.nextElementSibling, e.parentElement, e.querySelector("rect")].filter(Boolean)
      .map(styleOf).join();
  window.stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((e) => isStop(e) && isFirstOfGroup(e));
  window.looks = window.stops.map(window.lookOf);
  return window.stops.map((e) => e.outerHTML.slice(0, 120));
}
