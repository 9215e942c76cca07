import { Version } from "@microsoft/sp-core-library";
import { IPropertyPaneConfiguration, PropertyPaneSlider, PropertyPaneTextField } from "@microsoft/sp-property-pane";
import { BaseClientSideWebPart } from "@microsoft/sp-webpart-base";

import { loadScript } from "./loadScript";
import { stringsIn } from "./strings";

export interface IKbSearchWebPartProps {
  /** Address of the service, such as https://kb.example.se. */
  endpoint: string;
  /** Address of the file, from the first of the two lines; empty for the latest one at the service. */
  script: string;
  /** Of the file, from the first of the two lines; empty for none. */
  integrity: string;
  label: string;
  filters: string;
  key: string;
  results: number;
}

/** Shows <kb-search> with what the page's editor has chosen. */
export default class KbSearchWebPart extends BaseClientSideWebPart<IKbSearchWebPartProps> {
  public render(): void {
    const { endpoint, script, integrity } = this.properties;
    if (!isAddress(endpoint)) {
      this.domElement.textContent = stringsIn(this.language).choose;
      return;
    }
    this.domElement.replaceChildren(this.makeElement());
    loadScript(script || new URL("widget/kb-search.js", withSlash(endpoint)).href, integrity);
  }

  /** The element with a link inside, which shows until the script runs and when it may not. */
  private makeElement(): HTMLElement {
    const { endpoint, label, filters, key, results } = this.properties;
    const element = document.createElement("kb-search");
    const attributes = { endpoint, label, filters, key, results: results ? String(results) : "", language: this.language };
    for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
    const link = document.createElement("a");
    link.href = new URL("sok", withSlash(endpoint)).href;
    link.textContent = label || stringsIn(this.language).search;
    element.append(link);
    return element;
  }

  private get language(): "sv" | "en" {
    return this.context.pageContext.cultureInfo.currentUICultureName.startsWith("en") ? "en" : "sv";
  }

  protected get dataVersion(): Version {
    return Version.parse("1.0");
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const say = stringsIn(this.language);
    const groupFields = [
      PropertyPaneTextField("endpoint", {
        label: say.endpoint,
        description: say.endpointHint,
        onGetErrorMessage: (value) => (isAddress(value) ? "" : say.endpointFault),
      }),
      PropertyPaneTextField("label", { label: say.label }),
      PropertyPaneTextField("filters", { label: say.filters, description: say.filtersHint }),
      PropertyPaneSlider("results", { label: say.results, min: 1, max: 20, step: 1 }),
      PropertyPaneTextField("key", { label: say.key, description: say.keyHint }),
      PropertyPaneTextField("script", { label: say.script, description: say.scriptHint }),
      PropertyPaneTextField("integrity", { label: say.integrity, description: say.scriptHint }),
    ];
    return { pages: [{ header: { description: say.header }, groups: [{ groupFields }] }] };
  }
}

function isAddress(text: string | undefined): boolean {
  return /^https:\/\/[^/\s]+/.test(text ?? "");
}

function withSlash(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}
