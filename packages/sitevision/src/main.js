import { isAddress } from './form';

const ATTRIBUTES = ['endpoint', 'label', 'filters', 'key', 'results'];

/** In the browser: the widget around the form that the server wrote, which shows until the script runs. */
export default (settings, place) => {
  if (!isAddress(settings.endpoint)) return;
  const widget = document.createElement('kb-search');
  ATTRIBUTES.filter((name) => settings[name]).forEach((name) => widget.setAttribute(name, settings[name]));
  widget.append(...place.childNodes);
  place.append(widget);
  loadScript(settings.script || `${settings.endpoint.replace(/\/+$/, '')}/widget/kb-search.js`, settings.integrity);
};

/* Once for the page, also when the module stands on it several times. */
function loadScript(address, integrity) {
  const scripts = [...document.querySelectorAll('script[type=module]')];
  if (scripts.some((script) => script.getAttribute('src') === address)) return;
  const script = document.createElement('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  if (integrity) script.integrity = integrity;
  script.setAttribute('src', address);
  document.head.append(script);
}
