/** What customers call by many names, in any trade; see `concepts.ts`. */
export const CONCEPTS = `hoàn_tiền trả_lại_tiền hoàn_lại_tiền trả_tiền_lại lấy_lại_tiền đòi_lại_tiền refund hoàn_trả_tiền trả_tiền_cho_tôi hoàn_phí tiền_hoàn
trả_hàng trả_lại_hàng hoàn_hàng gửi_trả gửi_lại_hàng hoàn_trả trả_lại_sản_phẩm hàng_hoàn
đổi_hàng đổi_trả đổi_sản_phẩm đổi_size đổi_cái_khác thay_thế đổi_mới một_đổi_một đổi_lại đổi_màu
hủy_đơn hủy hủy_bỏ hủy_đơn_hàng bỏ_đơn không_mua_nữa cancel
chấm_dứt_hợp_đồng hủy_hợp_đồng thanh_lý_hợp_đồng hủy_gói cắt_hợp_đồng hủy_dịch_vụ
xóa_tài_khoản xóa đóng_tài_khoản gỡ_bỏ hủy_tài_khoản
bị_hỏng bị_vỡ hư_hỏng hàng_lỗi bị_bể bị_hư bị_gãy vỡ_nát bị_rách bể_vỡ móp_méo hư_hại
trầy_xước vết_xước bị_xước bị_móp trầy
không_hoạt_động không_chạy không_dùng_được không_sử_dụng_được không_lên không_bật_được không_mở_được không_xài_được không_lên_nguồn
báo_lỗi lỗi mã_lỗi bị_lỗi bug bị_văng thoát_ra bị_đơ bị_treo sự_cố trục_trặc
vấn_đề rắc_rối khó_khăn vướng_mắc
thất_bại bị_từ_chối từ_chối không_thành_công không_được_duyệt bị_trả_về
giao_sai sai_hàng nhầm nhầm_hàng giao_nhầm không_đúng_hàng không_đúng_mô_tả sai_sản_phẩm nhập_sai
chậm_trễ trễ giao_trễ delay giao_chậm quá_hạn bị_trễ trễ_chuyến trì_hoãn
nhận_được_hàng đã_nhận nhận_hàng hàng_về giao_tới tới_nơi đến_nơi nhận_được
chưa_nhận_được chưa_nhận không_nhận_được chưa_thấy_hàng chưa_giao chưa_tới chưa_về chưa_đến chưa_thấy_tiền
bị_mất thất_lạc làm_mất mất_hàng đánh_mất mất_đồ bị_thất_lạc rơi_mất
thiếu_hàng giao_thiếu thiếu_phụ_kiện thiếu_sản_phẩm bị_thiếu
bị_đánh_cắp mất_cắp bị_trộm bị_lấy_cắp bị_cướp mất_trộm
giao_hàng vận_chuyển gửi_hàng ship giao_nhận chuyển_hàng chuyển_phát
kiện_hàng gói_hàng bưu_kiện bưu_phẩm thùng_hàng
phí_ship phí_vận_chuyển tiền_ship freeship miễn_phí_vận_chuyển phí_giao_hàng cước_phí
thời_gian_giao_hàng ngày_giao khi_nào_giao bao_giờ_giao dự_kiến_giao mấy_ngày_tới
shipper người_giao_hàng nhân_viên_giao_hàng bưu_tá tài_xế bưu_điện ghtk ghn viettel_post giao_hàng_viên
không_có_nhà vắng_nhà hàng_xóm không_có_ai_ở_nhà giao_không_thành_công bảo_vệ_nhận
theo_dõi_đơn tra_cứu_đơn mã_vận_đơn hàng_đang_ở_đâu kiểm_tra_đơn vận_đơn tracking tình_trạng_đơn_hàng đơn_hàng_ở_đâu
nhận_tại_cửa_hàng lấy_tại_cửa_hàng tự_đến_lấy nhận_tại_shop đến_lấy qua_lấy
chờ_đợi đang_xử_lý chờ_duyệt đang_chờ chờ_xử_lý chờ_lâu
mua_hàng đặt_hàng mua đơn_hàng đặt_mua lên_đơn chốt_đơn
mã_đơn_hàng số_đơn_hàng mã_đơn lịch_sử_mua_hàng
giỏ_hàng thêm_vào_giỏ
cửa_hàng chi_nhánh đại_lý shop showroom phòng_giao_dịch
giá_cả bao_nhiêu_tiền bảng_giá đơn_giá giá_tiền mức_giá chi_phí báo_giá phí giá_bao_nhiêu mức_phí tính_phí phí_dịch_vụ
đắt_quá mắc_quá giá_đắt giá_cao tăng_giá
giá_rẻ rẻ rẻ_hơn
giảm_giá khuyến_mãi mã_giảm_giá voucher ưu_đãi phiếu_giảm_giá sale coupon chiết_khấu
miễn_phí free không_mất_phí không_tốn_tiền không_tính_phí
thanh_toán trả_tiền chi_trả hình_thức_thanh_toán trả_phí đóng_tiền phương_thức_thanh_toán
cod thanh_toán_khi_nhận_hàng trả_tiền_khi_nhận tiền_mặt_khi_nhận
ví_điện_tử momo zalopay vnpay shopeepay
trả_góp góp mua_góp trả_dần trả_chậm
hóa_đơn biên_lai xuất_hóa_đơn phiếu_thu hóa_đơn_đỏ bill
thuế vat thuế_gtgt mã_số_thuế thuế_giá_trị_gia_tăng thuế_thu_nhập
hải_quan thuế_nhập_khẩu thông_quan thủ_tục_hải_quan
nợ_quá_hạn công_nợ nhắc_nợ nợ_phí
nạp_tiền nạp_thẻ nạp nạp_điện_thoại thẻ_cào
số_dư tài_khoản_còn còn_bao_nhiêu_tiền
rút_tiền atm tiền_mặt cây_atm rút rút_tiền_mặt
gửi_tiền_tiết_kiệm nộp_tiền tiết_kiệm gửi_tiết_kiệm nộp_tiền_mặt
chuyển_tiền chuyển_khoản ck chuyển_nhầm gửi_tiền bắn_tiền
bị_trừ_tiền trừ_tiền trừ_phí tự_động_trừ bị_trừ thu_phí
thẻ_tín_dụng thẻ_ngân_hàng thẻ_của_tôi thẻ_bị số_thẻ làm_thẻ mở_thẻ thẻ_ghi_nợ visa mastercard thẻ_atm
tài_khoản tk hồ_sơ_cá_nhân account thông_tin_tài_khoản
đăng_nhập login vào_tài_khoản không_vào_được không_đăng_nhập_được
đăng_xuất thoát_tài_khoản logout
đăng_ký đăng_kí tạo_tài_khoản mở_tài_khoản tạo_tk lập_tài_khoản
mật_khẩu pass mã_pin password mk đổi_mật_khẩu
mã_xác_nhận otp mã_otp mã_xác_thực mã_bảo_mật
quên quên_mật_khẩu không_nhớ quên_mất quên_pass
đặt_lại lấy_lại khôi_phục reset cài_lại lấy_lại_mật_khẩu khôi_phục_cài_đặt_gốc
bị_khóa khóa_thẻ khóa_tài_khoản tạm_khóa bị_chặn phong_tỏa
mở_khóa mở_lại_tài_khoản gỡ_chặn bỏ_chặn
kích_hoạt active bật_tính_năng kích_hoạt_thẻ
thay_đổi chỉnh_sửa sửa_đổi cập_nhật_thông_tin đổi_thông_tin sửa_thông_tin
xác_minh xác_thực xác_nhận_danh_tính xác_thực_khuôn_mặt định_danh ekyc
cmnd cccd căn_cước hộ_chiếu giấy_tờ_tùy_thân passport chứng_minh_thư căn_cước_công_dân bằng_lái
địa_chỉ địa_chỉ_giao_hàng địa_chỉ_nhận mã_bưu_chính đổi_địa_chỉ
chuyển_nhà dọn_nhà chuyển_chỗ_ở
số_điện_thoại sđt đổi_số số_đt chuyển_mạng_giữ_số
điện_thoại di_động smartphone đt iphone
email thư_điện_tử gmail mail hộp_thư
hủy_đăng_ký bản_tin tin_nhắn_rác spam tin_quảng_cáo hủy_nhận_tin ngừng_nhận_email
nhân_viên_hỗ_trợ tư_vấn_viên tổng_đài nhân_viên gặp_nhân_viên chăm_sóc_khách_hàng cskh tổng_đài_viên người_thật
liên_hệ gọi_điện hotline liên_lạc gọi_cho_tôi số_tổng_đài
ứng_dụng app phần_mềm chương_trình
cập_nhật phiên_bản_mới update phiên_bản nâng_cấp_phần_mềm
trang_web website web
internet wifi mạng_internet mạng_di_động sóng_yếu kết_nối mất_mạng đường_truyền mất_sóng 4g
nước_ngoài quốc_tế ngoài_nước chuyển_vùng roaming
tỷ_giá ngoại_tệ quy_đổi đô_la đổi_tiền tỉ_giá usd
an_toàn bảo_mật uy_tín tin_cậy
lừa_đảo bị_lừa gian_lận scam đáng_ngờ bị_hack mạo_danh giả_mạo hack
hai_lần 2_lần bị_trùng trừ_hai_lần trừ_2_lần trùng_lặp
hạn_mức tối_đa giới_hạn tối_thiểu mức_tối_đa
cần_gấp nhanh khẩn_cấp hỏa_tốc càng_sớm_càng_tốt
bị_chậm chậm_quá giật_lag lag rất_chậm
bao_lâu mất_bao_lâu mấy_ngày thời_gian_xử_lý bao_nhiêu_ngày
kích_thước size kích_cỡ bảng_size số_đo
chật_quá rộng_quá không_vừa bị_chật bị_rộng vừa_không mặc_không_vừa
màu_sắc màu_gì màu_khác phai_màu
chất_liệu da_thật cotton thành_phần
chất_lượng độ_bền hoàn_thiện
hàng_thật chính_hãng hàng_giả hàng_nhái fake auth
còn_hàng có_sẵn tồn_kho có_hàng
hết_hàng cháy_hàng tạm_hết
hết_hạn hạn_sử_dụng còn_hạn hết_hiệu_lực
bảo_hành hạn_bảo_hành phiếu_bảo_hành trung_tâm_bảo_hành
sửa_chữa sửa sửa_máy khắc_phục
bảo_dưỡng bảo_trì gara trung_tâm_dịch_vụ
phụ_tùng linh_kiện phụ_kiện đồ_thay_thế
hướng_dẫn sách_hướng_dẫn hdsd hướng_dẫn_sử_dụng cách_sử_dụng cách_dùng
lắp_ráp lắp_đặt thợ_lắp
cài_đặt thiết_lập setup
pin sạc không_sạc_được tụt_pin hao_pin không_vào_pin
củ_sạc dây_sạc bộ_sạc nguồn_điện dây_nguồn cáp_sạc
quãng_đường tầm_hoạt_động bao_nhiêu_km
tiếng_ồn kêu_to tiếng_kêu kêu_cót_két
rò_rỉ chảy_nước chống_nước thấm_nước
đồ_cũ đã_qua_sử_dụng hao_mòn secondhand hàng_cũ
vệ_sinh giặt lau_chùi làm_sạch rửa
thẻ_quà_tặng phiếu_quà_tặng gift_card
quà_tặng gói_quà tặng_kèm
đóng_gói bao_bì vỏ_hộp
điểm_thưởng tích_điểm đổi_điểm khách_hàng_thân_thiết tích_lũy
gói_cước thuê_bao đăng_ký_gói gói_dịch_vụ
hợp_đồng điều_khoản cam_kết
gia_hạn tự_động_gia_hạn tái_tục
dùng_thử bản_dùng_thử thử_nghiệm trải_nghiệm
đặt_chỗ đặt_phòng đặt_vé booking đặt_trước giữ_chỗ
đặt_lịch lịch_hẹn hẹn đặt_hẹn
đổi_ngày dời_lịch đổi_giờ
máy_bay chuyến_bay vé_máy_bay hãng_bay hàng_không
vé_tàu mua_vé vé_điện_tử tàu_hỏa xe_buýt vé_xe xe_khách
khách_sạn loại_phòng lưu_trú nhà_nghỉ
du_lịch chuyến_đi tour kỳ_nghỉ
chỗ_ngồi ghế chọn_chỗ chọn_ghế
hành_lý vali ký_gửi xách_tay hành_lý_xách_tay hành_lý_ký_gửi
làm_thủ_tục check_in thẻ_lên_máy_bay nhận_phòng checkin trả_phòng
giờ_mở_cửa mấy_giờ_mở_cửa giờ_làm_việc đóng_cửa mở_cửa
tuyển_dụng ứng_tuyển xin_việc việc_làm hồ_sơ_xin_việc
khiếu_nại phàn_nàn không_hài_lòng tố_cáo thái_độ_kém bức_xúc
đánh_giá nhận_xét góp_ý phản_hồi
quyền_riêng_tư dữ_liệu_cá_nhân thông_tin_cá_nhân lộ_thông_tin
ngôn_ngữ tiếng_việt tiếng_anh đổi_ngôn_ngữ
máy_in in_ấn in_ra không_in_được
tải_về tải_xuống download tải_app
tải_lên upload đăng_tải gửi_file
tệp file tài_liệu giấy_tờ văn_bản
hình_ảnh ảnh_chụp gửi_ảnh bức_ảnh chụp_màn_hình
tìm_kiếm tìm không_tìm_thấy tra_cứu
chia_sẻ mời_bạn_bè giới_thiệu mã_giới_thiệu
thông_báo nhắc_nhở nhắc_lịch
đồng_bộ sao_lưu backup đám_mây
bộ_nhớ dung_lượng lưu_trữ_dữ_liệu đầy_bộ_nhớ ổ_cứng
màn_hình hiển_thị đen_màn_hình
âm_thanh âm_lượng loa mất_tiếng micro không_nghe
camera máy_ảnh ống_kính
chìa_khóa mất_chìa_khóa ổ_khóa khóa_cửa
bluetooth ghép_đôi kết_nối_bluetooth
thiết_bị máy_móc
tương_thích hỗ_trợ_thiết_bị phù_hợp
khác_nhau so_sánh khác_biệt
bảo_hiểm bồi_thường_bảo_hiểm mua_bảo_hiểm
bồi_thường đền_bù
tên họ_tên đổi_tên tên_đăng_nhập
số_tài_khoản stk thông_tin_chuyển_khoản
vay_tiền khoản_vay lãi_suất vay_vốn
công_ty doanh_nghiệp tổ_chức
bán_buôn bán_sỉ mua_sỉ nhà_phân_phối nhượng_quyền
trẻ_em em_bé con_nít trẻ_nhỏ
sinh_viên học_sinh`;
