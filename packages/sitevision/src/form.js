const MISSING = '<p>Öppna modulens inställningar och skriv tjänstens adress.</p>';
const LABEL = 'Sök vägledning';
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The form as HTML, with everything that was typed in the settings escaped. */
export function renderForm({ endpoint, label }) {
  if (!isAddress(endpoint)) return MISSING;
  const action = `${endpoint.replace(/\/+$/, '')}/sok`;
  return (
    `<form action="${escape(action)}"><label>${escape(label || LABEL)} <input name="q" type="search"></label> ` +
    '<button>Sök</button></form>'
  );
}

export function isAddress(text) {
  return /^https:\/\/[^/\s]+/.test(text || '');
}

function escape(text) {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]);
}
