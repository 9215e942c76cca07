// Buttons and fields without a border; boxes and buttons that the browser itself draws have one.
() => {
  const isNative = (e, style) =>
    style.appearance !== "none" && ["checkbox", "radio", "file", "range"].includes(e.type);
  const isBorderless = (e) => {
    const style = getComputedStyle(e);
    const hasBorder = style.borderBottomStyle !== "none" && parseFloat(style.borderBottomWidth) > 0;
    return e.checkVisibility() && e.clientWidth > 1 && !hasBorder && !isNative(e, style);
  };
  return [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea")].filter(isBorderless)
    .map((e) => e.outerHTML.slice(0, 120));
}
