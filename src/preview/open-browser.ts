import { spawn } from 'node:child_process';

/** In the browser of whoever typed the command; without one, nothing happens: the address is on the screen. */
export function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const browser = spawn(command as string, [...args, address], { stdio: 'ignore', detached: true });
  browser.on('error', () => {});
  browser.unref();
}
