import { mount } from '../parts/mount.ts';
import { App } from './app.tsx';

mount(App);
