/** Load the widget once for the page, also when it has several web parts; integrity: empty for none. */
export function loadScript(address: string, integrity: string): void {
  const isLoaded = [...document.querySelectorAll("script[type=module]")].some(
    (script) => script.getAttribute("src") === address,
  );
  if (isLoaded) return;
  const script = document.createElement("script");
  script.type = "module";
  script.crossOrigin = "anonymous";
  if (integrity) script.integrity = integrity;
  script.setAttribute("src", address);
  document.head.append(script);
}
