import router from '@sitevision/api/common/router';
import appData from '@sitevision/api/server/appData';

import { renderForm } from './form';

const NAMES = ['endpoint', 'script', 'integrity', 'label', 'filters', 'key', 'results'];

/* On the server: the plain form, which also works where script is blocked. In the browser main.js puts the widget there. */
router.get('/', (req, res) => {
  const settings = {};
  NAMES.forEach((name) => {
    settings[name] = appData.get(name) || '';
  });
  res.agnosticRender(renderForm(settings), settings);
});
