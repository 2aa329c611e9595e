import type { Page } from "playwright-core";

// Programs for a page that has a file at `/file`, as text: what a browser has is not among the types of these suites.

export interface Seen {
  readonly duration: number;
  readonly width: number;
  readonly height: number;
  /** At each of the times: red, green and blue of the bar at a quarter, a half and three quarters of its length. */
  readonly bars: readonly (readonly (readonly number[])[])[];
  /** At each of the times: a corner's red, green and blue. */
  readonly papers: readonly (readonly number[])[];
}

const PLAYER = `
  const video = document.createElement("video");
  video.muted = true;
  video.src = "/file";
  document.body.append(video);
  const next = (name) => new Promise((resolve, reject) => {
    video.addEventListener(name, resolve, { once: true });
    video.addEventListener("error", () => reject(new Error(video.error.message)), { once: true });
  });`;

/** Jumps to times, draws on a canvas what is shown there, and reads pixels back. */
export const watch = (page: Page, times: readonly number[]): Promise<Seen> =>
  page.evaluate(`(async () => {
    ${PLAYER}
    await next("loadeddata");
    const { duration, videoWidth: width, videoHeight: height } = video;
    const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    const pixel = (x, y) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
    // A seek may be over before its picture is on the screen.
    const shown = (time) => new Promise((resolve) => {
      const look = (_, { mediaTime }) =>
        Math.abs(mediaTime - time) < 0.1 ? resolve() : video.requestVideoFrameCallback(look);
      video.requestVideoFrameCallback(look);
    });
    const bars = [];
    const papers = [];
    for (const time of ${JSON.stringify(times)}) {
      const there = [next("seeked"), shown(time)];
      video.currentTime = time;
      await Promise.all(there);
      context.drawImage(video, 0, 0);
      bars.push([0.25, 0.5, 0.75].map((share) => pixel(Math.round(width * share), height - 4)));
      papers.push(pixel(8, 8));
    }
    return { duration, width, height, bars, papers };
  })()`);

/** Plays to the end. Returns when that was, in seconds, and how much has been decoded. */
export const play = (page: Page): Promise<{ end: number; soundBytes: number; frames: number }> =>
  page.evaluate(`(async () => {
    ${PLAYER}
    const ended = next("ended");
    await video.play();
    await ended;
    const frames = video.getVideoPlaybackQuality().totalVideoFrames;
    return { end: video.currentTime, soundBytes: video.webkitAudioDecodedByteCount, frames };
  })()`);

export const decodeSound = (page: Page, rate: number): Promise<{ duration: number; channels: number }> =>
  page.evaluate(`(async () => {
    const bytes = await (await fetch("/file")).arrayBuffer();
    const sound = await new OfflineAudioContext(1, ${rate}, ${rate}).decodeAudioData(bytes);
    return { duration: sound.duration, channels: sound.numberOfChannels };
  })()`);
