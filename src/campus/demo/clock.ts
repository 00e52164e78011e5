/** The time of a demonstration: it passes when it is told to. Milliseconds since 1970. */
export class Clock {
  constructor(private time: number) {}

  now = (): Date => new Date(this.time);

  pass(seconds: number): void {
    this.time += seconds * 1000;
  }

  set(time: Date): void {
    this.time = time.getTime();
  }
}
