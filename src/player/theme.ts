import type { Device } from '../storage/device.ts';
import { t } from '../ui/messages.ts';

const KEY = 'theme';

/** An LMS is usually light: where the system is dark, the learner may ask for light, and this device remembers it. */
export async function offerTheme(device: Device): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>('[data-switch="theme"]');
  if (!button) return;
  const root = document.documentElement;
  const show = (light: boolean) => {
    if (light) root.dataset.theme = 'light';
    else delete root.dataset.theme;
    button.textContent = t(light ? 'theme.system' : 'theme.light');
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    button.hidden = !dark.matches;
  };
  show((await device.get(KEY))[0] === 'light');
  follow();
  dark.addEventListener('change', follow);
  button.addEventListener('click', () => {
    const light = root.dataset.theme !== 'light';
    show(light);
    void (light ? device.set(KEY, 'light') : device.delete(KEY));
  });
}
