/** The frame a course is played in, as an LMS's player page has it. */
export function courseFrame(stage: HTMLElement) {
  let frame: HTMLIFrameElement | undefined;
  const remove = () => {
    frame?.remove();
    frame = undefined;
  };
  return {
    open(address: string) {
      remove();
      frame = document.createElement('iframe');
      frame.title = 'Cours';
      frame.allowFullscreen = true;
      frame.src = address;
      stage.append(frame);
    },
    /** As an LMS's exit link does: the course sees `pagehide`, and may still speak to the LMS. */
    async leave() {
      const leaving = frame;
      if (!leaving) return;
      await new Promise((resolve) => {
        leaving.addEventListener('load', resolve, { once: true });
        leaving.contentWindow?.location.replace('about:blank'); // the page's history stays as it is
      });
      remove();
    },
    remove,
    window: () => frame?.contentWindow ?? undefined,
  };
}

const WIDTHS: Readonly<Record<string, string>> = { '714 px': '714px', '376 px': '376px', 'Pleine largeur': '100%' };

/** Moodle beside its table of contents, on a phone, and all there is. */
export function bindWidths(group: HTMLElement, stage: HTMLElement) {
  const buttons = Object.entries(WIDTHS).map(([label, width]) => {
    const button = toggle(label, width === '100%');
    button.addEventListener('click', () => {
      stage.style.setProperty('--course-width', width);
      for (const other of buttons) press(other, other === button);
    });
    return button;
  });
  group.append(...buttons);
}

export function toggle(label: string, pressed: boolean): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  press(button, pressed);
  return button;
}
export const press = (button: HTMLElement, pressed: boolean) => button.setAttribute('aria-pressed', `${pressed}`);
