/** Common emoji by their Slack names; an unknown name stays as it was written. */
const pairs = `
smile:😄 smiley:😃 grinning:😀 slightly_smiling_face:🙂 wink:😉 thinking_face:🤔 joy:😂 sob:😭
tada:🎉 rocket:🚀 fire:🔥 sparkles:✨ star:⭐ star2:🌟 trophy:🏆 medal:🏅 gem:💎 crown:👑
first_place_medal:🥇 second_place_medal:🥈 third_place_medal:🥉 sports_medal:🏅
white_check_mark:✅ heavy_check_mark:✔️ ballot_box_with_check:☑️ x:❌ no_entry:⛔ no_entry_sign:🚫
warning:⚠️ rotating_light:🚨 bell:🔔 no_bell:🔕 bulb:💡 mag:🔍 mag_right:🔎 lock:🔒 unlock:🔓 key:🔑
information_source:ℹ️ question:❓ grey_question:❔ exclamation:❗ grey_exclamation:❕
chart_with_upwards_trend:📈 chart_with_downwards_trend:📉 bar_chart:📊 moneybag:💰 money_with_wings:💸
dollar:💵 yen:💴 euro:💶 pound:💷 credit_card:💳 bank:🏦 briefcase:💼 receipt:🧾 coin:🪙
calendar:📅 date:📅 spiral_calendar_pad:🗓️ alarm_clock:⏰ hourglass:⌛ hourglass_flowing_sand:⏳
stopwatch:⏱️ clock1:🕐 sunrise:🌅 sunny:☀️ zzz:💤 sleeping:😴 wave:👋 pray:🙏 clap:👏 eyes:👀
thumbsup:👍 thumbsdown:👎 point_right:👉 point_down:👇 raised_hands:🙌 muscle:💪 ok_hand:👌
email:📧 envelope:✉️ phone:☎️ telephone_receiver:📞 memo:📝 pencil:📝 pencil2:✏️ clipboard:📋
page_facing_up:📄 file_folder:📁 open_file_folder:📂 paperclip:📎 link:🔗 wastebasket:🗑️ gear:⚙️
arrow_up:⬆️ arrow_down:⬇️ arrow_right:➡️ arrow_left:⬅️ arrow_upper_right:↗️ arrow_lower_right:↘️
arrows_counterclockwise:🔄 repeat:🔁 heavy_plus_sign:➕ heavy_minus_sign:➖ small_red_triangle:🔺
small_red_triangle_down:🔻 red_circle:🔴 large_orange_circle:🟠 large_yellow_circle:🟡
large_green_circle:🟢 large_blue_circle:🔵 large_purple_circle:🟣 white_circle:⚪ black_circle:⚫
large_blue_diamond:🔷 small_blue_diamond:🔹 large_orange_diamond:🔶 small_orange_diamond:🔸
red_square:🟥 large_green_square:🟩 large_yellow_square:🟨 white_large_square:⬜ black_large_square:⬛
bust_in_silhouette:👤 busts_in_silhouette:👥 office:🏢 house:🏠 globe_with_meridians:🌐 flag-cn:🇨🇳
speech_balloon:💬 left_speech_bubble:🗨️ robot_face:🤖 sheep:🐑 seedling:🌱 handshake:🤝 shield:🛡️
scales:⚖️ pushpin:📌 round_pushpin:📍 label:🏷️ inbox_tray:📥 outbox_tray:📤 bookmark:🔖 new:🆕
`;

const table = new Map(
  pairs
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => {
      const at = pair.indexOf(':');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
);
table.set('+1', '👍').set('-1', '👎');

export const emoji = (name: string): string => table.get(name) ?? `:${name}:`;
/** Every :name: in a text that is shown without other formatting. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]+):/g, (_all, name: string) => emoji(name));
