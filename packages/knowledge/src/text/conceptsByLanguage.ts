/**
 * Names of concepts in other languages, written as in {@link CONCEPTS}: the first name of a line says which concept it is.
 * A message and a sample meet in them whatever their languages.
 */
export const CONCEPTS_BY_LANGUAGE = `refund 退款 退钱 返金 払い戻し 환불 erstattung rückerstattung erstatten geld_zurück remboursement rembourser reembolso devolución_del_dinero rimborso rimborsare terugbetaling возврат_денег استرداد iade para_iadesi pengembalian_dana zwrot_pieniędzy
return 退货 退回 返品 返却 반품 rücksendung zurückschicken retourner renvoyer devolver devolución devolver_produto restituire reso retourneren вернуть إرجاع geri_gönder kembalikan zwrot zwrócić
exchange 换货 更换 交換 교환 umtausch umtauschen tauschen échanger échange cambiar cambio trocar troca cambiare omruilen обмен обменять استبدال değiştirmek değişim tukar penukaran wymiana wymienić
cancel 取消 撤销 キャンセル 取り消し 취소 stornieren kündigen abbrechen absagen annuler résilier cancelar anular annullare disdire annuleren opzeggen отменить отмена إلغاء الغاء iptal batalkan membatalkan anulować
delete 删除 注销 削除 삭제 löschen entfernen supprimer effacer eliminar borrar apagar excluir cancellare verwijderen удалить حذف sil silmek hapus usunąć
broken 坏了 损坏 破损 壊れ 故障 고장 kaputt beschädigt defekt cassé abîmé endommagé roto dañado estropeado quebrado danificado rotto danneggiato kapot beschadigd сломан поврежден مكسور تالف bozuk kırık hasarlı rusak uszkodzony zepsuty
late 延迟 晚点 迟到 延误 遅れ 遅延 늦 지연 verspätet verspätung spät retard tard retraso tarde atraso atrasado ritardo vertraging laat задержка опоздание تأخير متأخر geç gecikme terlambat opóźnienie
deliver 发货 送货 配送 快递 物流 収到 배송 배달 lieferung liefern versand livraison livrer envío entrega enviar spedizione consegna levering verzending доставка доставить توصيل شحن teslimat kargo pengiriman kirim dostawa wysyłka
track 追踪 跟踪 查询物流 追跡 추적 verfolgen sendungsverfolgung suivi suivre seguimiento rastrear rastreamento tracciare volgen отследить отслеживание تتبع takip lacak śledzić
arrive 到货 收到 到达 届く 届き 도착 ankommen angekommen arriver arrivé llegar llegado chegar chegou arrivare arrivato aankomen прибыть пришел وصول وصل varmak ulaştı tiba sampai dotrzeć
lost 丢失 遗失 不见 紛失 なくし 분실 verloren perdu perdido perso verloren потерял потеряна مفقود ضاع kayıp kayboldu hilang zgubiony
stolen 被盗 被偷 盗まれ 도난 gestohlen geklaut volé robado robaron roubado rubato gestolen украли مسروق سرقة çalındı dicuri skradziony
buy 购买 下单 买 購入 注文 주문 구매 kaufen bestellen bestellung acheter commander commande comprar pedir pedido encomenda comprare ordinare ordine kopen bestelling купить заказать заказ شراء طلب satın sipariş beli pesanan kupić zamówienie
price 价格 多少钱 费用 値段 料金 価格 가격 요금 preis kosten gebühr prix coût frais precio coste tarifa preço taxa prezzo costo prijs цена стоимость سعر تكلفة رسوم fiyat ücret harga biaya cena koszt opłata
discount 优惠 折扣 打折 割引 クーポン 할인 쿠폰 rabatt gutschein réduction promotion remise descuento oferta cupón desconto sconto korting скидка промокод خصم عرض indirim kupon diskon promo zniżka rabat
pay 付款 支付 付钱 支払い 支払 결제 지불 bezahlen zahlung zahlen payer paiement pagar pago pagamento pagare betalen betaling оплата оплатить платеж دفع الدفع ödeme ödemek bayar pembayaran płatność zapłacić
bill 账单 发票 请求書 領収書 청구서 영수증 rechnung quittung facture reçu factura recibo fatura fattura ricevuta factuur счет чек فاتورة إيصال fatura fiş tagihan faktur faktura rachunek
transfer 转账 汇款 振込 送金 송금 이체 überweisung überweisen virement transferencia transferência bonifico overschrijving перевод перевести تحويل havale transfer przelew
account 账号 账户 帐号 アカウント 口座 계정 계좌 konto compte cuenta conta account rekening аккаунт счет حساب hesap akun konto
login 登录 登陆 ログイン 로그인 anmelden einloggen connexion connecter iniciar_sesión acceder entrar accedere inloggen войти вход تسجيل_الدخول giriş masuk zalogować
register 注册 登记 開通 登録 가입 등록 registrieren anmeldung inscription inscrire registrarse registro cadastro registrazione registrarsi registreren регистрация зарегистрироваться تسجيل kayıt daftar rejestracja
password 密码 口令 パスワード 暗証番号 비밀번호 passwort kennwort contraseña mot_de_passe senha wachtwoord пароль كلمة_المرور كلمة_السر şifre parola sandi hasło
forget 忘记 忘了 忘れ 잊 vergessen oublié oublier olvidé olvidar esqueci dimenticato забыл نسيت unuttum lupa zapomniałem
change 修改 更改 变更 変更 변경 ändern wechseln modifier changer cambiar modificar alterar mudar modificare wijzigen изменить сменить تغيير تعديل değiştir değiştirmek ubah mengubah zmienić
address 地址 住址 住所 주소 adresse anschrift dirección endereço indirizzo adres адрес عنوان adres alamat
phone 手机 电话 电话号码 電話 携帯 전화 휴대폰 telefon handy téléphone teléfono móvil telefone telemóvel telefono telefoon телефон هاتف جوال telefon telepon
person 人工 客服 真人 オペレーター 担当者 상담원 mitarbeiter mensch agent humain conseiller agente humano persona atendente operatore persona medewerker оператор человек موظف شخص temsilci müşteri_hizmetleri petugas konsultant
warranty 保修 质保 保証 보증 garantie gewährleistung garantía garantia garanzia гарантия ضمان garanti garansi gwarancja
repair 维修 修理 수리 reparatur reparieren réparer réparation reparar reparación conserto riparare riparazione reparatie ремонт починить إصلاح صيانة tamir onarım perbaiki naprawa
subscription 订阅 会员 套餐 購読 定期購入 구독 abo abonnement suscripción assinatura abbonamento подписка اشتراك abonelik langganan subskrypcja
problem 问题 故障 出错 エラー 問題 문제 오류 problem fehler störung problème erreur panne problema error erro errore fout probleem проблема ошибка مشكلة خطأ sorun hata masalah kesalahan problem błąd
open 营业时间 几点开门 営業時間 영업시간 öffnungszeiten horaires horario horário orari openingstijden часы_работы ساعات_العمل çalışma_saatleri jam_buka godziny_otwarcia
stock 库存 有货 现货 在庫 재고 lager vorrätig verfügbar disponible stock existencias disponível disponibile voorraad наличие متوفر stok tersedia dostępny
size 尺寸 尺码 大小 サイズ 사이즈 크기 größe taille tamaño talla tamanho taglia maat размер مقاس حجم beden boyut ukuran rozmiar
weather 天气 下雨 气温 天気 雨 気温 날씨 wetter regen météo temps_fait clima tiempo_hará lluvia tempo_fará previsioni weer погода طقس hava cuaca pogoda
alarm 闹钟 アラーム 目覚まし 알람 wecker alarm réveil alarma despertador sveglia wekker будильник منبه alarm budzik
reminder 提醒 リマインダー リマインド 알림 erinnerung erinnere erinnern rappel rappelle recordatorio recuérdame lembrete promemoria ricordami herinnering напомни напоминание تذكير ذكرني hatırlatıcı hatırlat pengingat ingatkan przypomnienie
music 音乐 歌曲 播放 音楽 曲 再生 노래 음악 musik lied chanson musique canción música musica canzone muziek музыка песня أغنية موسيقى müzik şarkı musik lagu muzyka piosenka
movie 电影 影院 映画 上映 영화 film kino cinéma película cine filme kino фильм кино فيلم سينما film sinema bioskop
restaurant 餐厅 餐馆 订座 レストラン 식당 restaurant gaststätte restaurante ristorante ресторан مطعم restoran
book 预订 预约 订 予約 예약 buchen reservieren reserver réservation reservar reserva prenotare prenotazione boeken reserveren забронировать бронь حجز rezervasyon pesan rezerwacja`;
