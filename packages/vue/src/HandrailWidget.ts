import { type KeptWidget, keepWidget, type LiveWidgetOptions, type Widget } from '@handrail/widget';
import { defineComponent, onBeforeUnmount, onMounted, type PropType, watch } from 'vue';

type Prop<K extends keyof LiveWidgetOptions> = PropType<NonNullable<LiveWidgetOptions[K]>>;

const props = {
  server: String,
  site: String,
  knowledge: String,
  flow: String,
  config: { type: Object as Prop<'config'>, required: true },
  locale: String,
  texts: Object as Prop<'texts'>,
  consent: Object as Prop<'consent'>,
  assets: String,
  target: [String, Object] as Prop<'target'>,
  contact: Function as Prop<'contact'>,
  theme: String as Prop<'theme'>,
  hidden: Boolean,
} as const satisfies Record<keyof LiveWidgetOptions, unknown>;

/** What a template ref to the component has. */
export interface HandrailWidgetExposed {
  /** The widget as it is now; `null` before it is mounted. */
  widget(): Widget | null;
}

/**
 * Launcher and panel, in the page while this is mounted; draws nothing itself and needs no client. What `Widget.update`
 * knows changes it where it stands, other props begin another.
 */
export const HandrailWidget = defineComponent({
  name: 'HandrailWidget',
  props,
  setup(given, { expose }) {
    let kept: KeptWidget | null = null;
    const options = () => ({ ...given }) as LiveWidgetOptions;
    onMounted(() => {
      kept = keepWidget(options());
    });
    watch(options, next => kept?.update(next), { deep: true, flush: 'post' });
    onBeforeUnmount(() => kept?.destroy());
    expose({ widget: () => kept?.widget ?? null } satisfies HandrailWidgetExposed);
    return () => null;
  },
});
