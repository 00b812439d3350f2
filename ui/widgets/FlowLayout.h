#pragma once

#include <QLayout>
#include <QList>

namespace naryad::ui {

/// Its widgets beside each other, and on as many lines as they need: for rows of small buttons whose words
/// are longer in another language. Owns its items. Thread: the GUI's.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &place) override;

private:
    int placeIn(const QRect &place, bool move) const;

    QList<QLayoutItem *> m_items;
};

} // namespace naryad::ui
