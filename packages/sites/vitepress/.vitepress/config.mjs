export default {
  title: 'Velo Help',
  description: 'Everything about your bike',
  base: '/help/',
  locales: {
    root: { label: 'English', lang: 'en-US' },
    zh: { label: '中文', lang: 'zh-Hans' },
  },
  themeConfig: {
    nav: [{ text: 'Guide', link: '/guide/returns' }],
    sidebar: {
      '/guide/': [
        {
          text: 'Orders',
          items: [
            { text: 'Returns', link: '/guide/returns' },
            { text: 'Refunds', link: '/guide/refunds' },
          ],
        },
      ],
    },
    editLink: { pattern: 'https://git.example.com/:path', text: 'Edit this page' },
    footer: { message: 'Made with care', copyright: 'Velo' },
  },
};
