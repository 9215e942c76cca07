// Which stop has the focus, and whether a person would see that it has: it looks different and nothing covers it.
() => {
  const element = document.activeElement;
  const place = window.stops.findIndex(
    (stop) => stop === element || (stop.type === "radio" && stop.name === element.name),
  );
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect(); // the first line of a link of several
  const left = Math.max(box.left, 0);
  const upper = Math.max(box.top, 0); // what is taller than the window shows a part of itself
  const top = document.elementFromPoint(
    left + Math.min((Math.min(box.right, innerWidth) - left) / 2, 20),
    upper + Math.min((Math.min(box.bottom, innerHeight) - upper) / 2, 10),
  );
  const isOnTop = Boolean(top) && (element.contains(top) || top.contains(element));
  const isChanged = place < 0 || window.lookOf(element) !== window.looks[place];
  return {
    place,
    html: element.outerHTML.slice(0, 120),
    isNothing: element === document.body,
    isSeen: isChanged && isOnTop,
  };
}
