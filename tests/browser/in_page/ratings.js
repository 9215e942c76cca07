// How each rating is drawn in the page's charts, or each certainty where that is what bars tell: its name -> the shapes of
// its first drawing, as they are painted.
() => {
  const paint = (shape) => {
    const style = getComputedStyle(shape);
    return [shape.localName, shape.getAttribute("height") ?? shape.getAttribute("d"), style.fill, style.stroke].join(" ");
  };
  const drawn = {};
  for (const group of document.querySelectorAll("svg.chart [data-rating]:not(pattern)")) {
    const shapes = [...group.querySelectorAll("rect, circle, path")].map(paint).join("; ");
    const hidden = getComputedStyle(document.body).backgroundColor;
    drawn[group.dataset.certainty ?? group.dataset.rating] ??= { shapes, isSeen: [...group.querySelectorAll("rect, circle, path")].some((shape) => {
      const style = getComputedStyle(shape);
      return ![hidden, "none"].includes(style.fill) || ![hidden, "none"].includes(style.stroke);
    }) };
  }
  return drawn;
}
