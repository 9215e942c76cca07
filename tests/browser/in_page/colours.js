// The colours of text and ground: red, green, blue (0 to 255), and opacity (0 to 1) where it is not whole.
() => {
  const style = getComputedStyle(document.body);
  return [style.color, style.backgroundColor].map((colour) => colour.match(/[\d.]+/g).map(Number));
}
